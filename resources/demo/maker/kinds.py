# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens in the demo district: kinds of incident with their share, rhythm, places and wording.

Codes are matters of the 2026 list. Shares are per mille of the ordinary incidents; rhythms are weights.
"""

# hours of the day with their weights
HOURS = {
    "trading": {6: 2, 7: 6, 8: 6, 9: 3, 10: 3, 11: 5, 12: 5, 13: 3, 14: 3, 15: 4, 16: 6, 17: 8, 18: 8, 19: 5, 20: 3, 21: 1},
    "commuting": {7: 5, 8: 9, 9: 8, 10: 4, 11: 3, 12: 3, 13: 3, 14: 3, 15: 3, 16: 4, 17: 8, 18: 7, 19: 3, 20: 1},
    "morning": {6: 3, 7: 9, 8: 9, 9: 7, 10: 5, 11: 3, 12: 2, 13: 3, 14: 4, 15: 3, 16: 3, 17: 2, 18: 1, 19: 1},
    "office": {8: 4, 9: 8, 10: 8, 11: 5, 12: 2, 13: 4, 14: 8, 15: 8, 16: 6, 17: 3, 18: 1},
    "evening": {11: 2, 12: 3, 17: 3, 18: 6, 19: 8, 20: 8, 21: 7, 22: 4, 23: 2},
    "night": {0: 3, 1: 2, 5: 1, 6: 2, 12: 1, 19: 2, 20: 3, 21: 5, 22: 7, 23: 6},
}
# January to December
SEASONS = {
    "even": [10] * 12,
    "warm": [5, 5, 8, 10, 12, 13, 14, 14, 12, 11, 8, 6],
    "mild": [7, 5, 10, 13, 13, 11, 9, 9, 12, 13, 11, 8],
    "rain": [6, 7, 9, 9, 11, 17, 16, 14, 12, 8, 6, 5],
    "autumn": [8, 6, 7, 8, 8, 8, 8, 8, 10, 13, 17, 14],
    "frost": [60, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
}
# Monday to Sunday
WEEKS = {
    "even": [10, 10, 10, 10, 10, 10, 10],
    "leisure": [8, 8, 8, 9, 11, 14, 14],
    "workdays": [12, 12, 12, 12, 12, 6, 5],
    "mondays": [14, 11, 10, 10, 10, 9, 8],
}


class Kind:
    """One kind of incident. `places` names the attraction of POI it follows; `units` is (unit, fewest, most)."""

    def __init__(self, code, share, hours, season, week, places, handler, units, problems):
        self.category = f"2026:matter:{code}"
        self.code = code
        self.share = share
        self.hours = HOURS[hours]
        self.season = SEASONS[season]
        self.week = WEEKS[week]
        self.places = places
        self.handler = handler
        self.units = units
        self.problems = problems


KINDS = [
    Kind("09006", 135, "trading", "warm", "leisure", "crowd", "squad", ("处", 1, 4), [
        "有{n}处流动餐车占道售卖小吃", "有{n}处水果摊占用人行道经营", "{n}处早点摊占道设摊，桌椅摆到盲道上", "{n}处摊点占用非机动车道经营",
        "有人占道售卖旅游纪念品，共{n}处摊位", "{n}处鲜花摊占道经营，影响行人通行"]),
    Kind("09005", 120, "trading", "mild", "even", "shops", "squad", ("家", 1, 4), [
        "{n}家沿街商铺将商品摆出门外", "{n}家餐饮店把桌椅摆到店外", "{n}家店铺跨门经营，货架占用人行道", "{n}家商铺在店外堆放待售货物",
        "{n}家小店将冰柜放在门外售卖饮料"]),
    Kind("09001", 85, "trading", "warm", "leisure", "crowd", "squad", ("人", 1, 4), [
        "有{n}名游商兜售发光玩具", "{n}名游商向游客兜售自拍杆和雨伞", "{n}名无照商贩推三轮车沿街叫卖", "有{n}名游商提篮叫卖小食品", "{n}名游商聚集，劝离后又返回"]),
    Kind("09010", 90, "commuting", "even", "workdays", "transit", "squad", ("辆", 4, 26), [
        "{n}辆电动自行车停放在停放点以外", "约{n}辆非机动车乱停放，占用盲道", "{n}辆自行车横向停放，堵住人行道", "门口非机动车停放无序，约{n}辆"]),
    Kind("09011", 120, "commuting", "mild", "workdays", "transit", "bikes", ("辆", 8, 65), [
        "约{n}辆共享单车淤积，占满人行道", "共享单车倒伏成片，约{n}辆", "{n}辆共享单车停在停放区以外", "早晚高峰共享单车堆积约{n}辆，未及时清运", "约{n}辆共享单车压占盲道"]),
    Kind("09009", 55, "evening", "even", "leisure", "shops", "squad", ("辆", 1, 5), [
        "{n}辆小汽车停在人行道上", "{n}辆机动车压占盲道停放", "{n}辆厢式货车违停装卸货物", "{n}辆机动车停在禁停路段"]),
    Kind("06010", 80, "morning", "warm", "even", "homes", "refuse", ("处", 1, 3), [
        "有{n}处暴露垃圾未清运", "树穴旁堆有{n}处袋装生活垃圾", "墙角{n}处暴露垃圾，有异味", "沿街有{n}处餐后垃圾散落"]),
    Kind("06012", 42, "morning", "autumn", "even", "any", "refuse", ("处", 1, 3), [
        "路面有{n}处污渍和果皮纸屑", "落叶堆积未及时清扫，共{n}处", "{n}处路面有油渍，保洁不到位", "路面有{n}处痰迹、烟头"]),
    Kind("06036", 50, "office", "even", "even", "homes", "office", ("处", 1, 3), [
        "{n}处人行道堆放纸箱、木板等杂物", "弄口堆放旧物{n}处，影响通行", "{n}处门前堆放建材", "有{n}处杂物长期堆放在公共区域"]),
    Kind("06042", 24, "morning", "warm", "leisure", "crowd", "refuse", ("只", 1, 3), [
        "{n}只废物箱满溢，垃圾散落地面", "{n}只垃圾桶未及时清空，桶盖敞开"]),
    Kind("06035", 15, "office", "even", "mondays", "homes", "office", ("件", 1, 5), [
        "路边丢弃旧沙发、床垫等{n}件", "弄口有{n}件废弃家具无人清运"]),
    Kind("07001", 40, "office", "even", "even", "transit", "squad", ("张", 2, 40), [
        "墙面和配电箱上张贴小广告约{n}张", "电线杆上有非法小广告{n}张", "公交站牌被贴小广告{n}张", "墙面粘贴办证小广告{n}张"]),
    Kind("07002", 12, "commuting", "mild", "leisure", "transit", "squad", ("人", 1, 4), [
        "{n}人散发商业传单，地面有丢弃的传单", "有{n}人向过往行人派发广告卡片"]),
    Kind("07003", 6, "office", "even", "workdays", "shops", "squad", ("处", 1, 2), [
        "{n}处户外广告未经批准设置", "{n}处移动灯箱广告占用人行道"]),
    Kind("07006", 12, "office", "even", "workdays", "shops", "squad", ("处", 1, 2), [
        "{n}处店招未经备案擅自更换", "{n}处店招字体破损、悬挂不牢"]),
    Kind("07007", 9, "office", "even", "workdays", "any", "squad", ("条", 1, 4), [
        "{n}条宣传横幅未经批准悬挂在行道树上", "护栏上悬挂过期横幅{n}条"]),
    Kind("06014", 9, "night", "even", "workdays", "any", "refuse", ("处", 1, 2), [
        "渣土车遗撒，路面有{n}处泥土", "路面有{n}处遗撒的砂石"]),
    Kind("06007", 10, "morning", "warm", "leisure", "homes", "office", ("处", 1, 6), [
        "沿街护栏上晾晒衣被{n}处", "行道树之间拉绳晾晒{n}处"]),
    Kind("06028", 12, "evening", "warm", "leisure", "shops", "squad", (None, 1, 1), [
        "商铺用音响招揽顾客，噪声扰民", "广场舞音响声音过大，周边居民反映强烈", "餐饮店夜间经营噪声扰民"]),
    Kind("06027", 11, "evening", "warm", "even", "shops", "squad", ("家", 1, 2), [
        "{n}家餐饮店油烟直排", "{n}家餐饮店油烟净化装置未开启，气味扰民"]),
    Kind("06029", 6, "evening", "warm", "leisure", "shops", "squad", ("处", 1, 2), [
        "{n}处露天烧烤，油烟弥漫", "{n}处摊点在人行道上炭火烧烤"]),
    Kind("06017", 7, "office", "warm", "even", "green", "refuse", ("处", 1, 3), [
        "绿地内有{n}处垃圾和枯枝", "绿化带内塑料袋、饮料瓶散落{n}处"]),
    Kind("06004", 9, "office", "even", "workdays", "any", "office", ("处", 1, 2), [
        "建筑外墙被涂写{n}处", "外墙面有{n}处污损"]),
    Kind("06041", 9, "morning", "even", "even", "homes", "office", ("处", 1, 2), [
        "{n}处投放点垃圾混投", "投放点干湿垃圾未分类，共{n}处"]),
    Kind("08001", 8, "night", "even", "workdays", "works", "squad", (None, 1, 1), [
        "工地夜间施工，噪声扰民", "夜间切割作业声音刺耳，居民反映强烈"]),
    Kind("08002", 8, "office", "even", "workdays", "works", "squad", ("处", 1, 1), [
        "施工围挡超出批准范围，占用人行道{n}处", "施工材料占用车道{n}处"]),
    Kind("08004", 5, "office", "even", "workdays", "works", "squad", ("处", 1, 1), [
        "工地裸土未覆盖，扬尘明显，共{n}处", "破拆作业未洒水，有{n}处扬尘"]),
    Kind("08005", 4, "office", "even", "mondays", "works", "squad", ("堆", 1, 3), ["路边堆放装修垃圾{n}堆", "施工废弃料{n}堆未清运"]),
    Kind("08006", 4, "office", "even", "workdays", "works", "squad", ("处", 1, 2), ["施工物料堆在围挡外{n}处", "{n}处管材堆放在人行道上"]),
    Kind("09012", 8, "evening", "even", "even", "homes", "squad", ("辆", 1, 4), ["{n}辆机动车占用消防通道", "消防通道被{n}辆车堵住"]),
    Kind("09022", 8, "trading", "mild", "leisure", "shops", "squad", ("处", 1, 2), ["商家占道搭台促销{n}处", "{n}处占道摆放促销帐篷"]),
    Kind("06013", 13, "office", "rain", "workdays", "any", "upkeep", ("平方米", 1, 6), [
        "人行道砖破损约{n}平方米", "车行道路面坑洼约{n}平方米", "路面开裂下沉，面积约{n}平方米"]),
    Kind("06051", 7, "office", "even", "workdays", "any", "upkeep", ("米", 1, 8), ["盲道砖缺损约{n}米", "盲道被挖断约{n}米"]),
    Kind("06050", 5, "office", "even", "workdays", "any", "upkeep", ("块", 1, 4), ["路缘石缺损{n}块", "{n}块路缘石松动倾斜"]),
    Kind("01002", 6, "office", "rain", "even", "any", "upkeep", ("个", 1, 1), ["污水井盖破损，有安全隐患", "污水井盖移位"]),
    Kind("01003", 10, "office", "rain", "even", "any", "upkeep", ("个", 1, 1), ["雨水井盖开裂", "雨水井盖缺失，已临时围护", "雨水井盖移位，车辆经过有响声"]),
    Kind("01004", 6, "office", "rain", "even", "any", "upkeep", ("个", 1, 3), ["{n}个雨水箅子断裂", "{n}个雨水箅子被杂物堵塞"]),
    Kind("01007", 5, "office", "rain", "even", "any", "upkeep", ("个", 1, 1), ["通信井盖破损", "通信井盖移位，行人绕行"]),
    Kind("01037", 7, "evening", "even", "even", "any", "upkeep", ("盏", 1, 5), ["路灯{n}盏不亮", "连续{n}盏路灯损坏"]),
    Kind("02012", 3, "office", "even", "workdays", "any", "upkeep", ("块", 1, 1), ["路名牌倾斜", "路名牌字迹模糊"]),
    Kind("02017", 8, "office", "even", "workdays", "any", "upkeep", ("米", 2, 12), ["交通护栏移位约{n}米", "护栏被撞变形约{n}米"]),
    Kind("02004", 4, "commuting", "even", "even", "transit", "upkeep", ("处", 1, 1), ["公交站亭玻璃破损", "候车座椅损坏"]),
    Kind("03005", 9, "morning", "even", "even", "crowd", "refuse", ("只", 1, 2), ["废物箱破损{n}只", "{n}只废物箱箱体倾斜"]),
    Kind("03001", 3, "morning", "even", "leisure", "crowd", "refuse", ("处", 1, 1), ["公共厕所地面脏污", "公共厕所缺少厕纸、有异味"]),
    Kind("04002", 6, "office", "rain", "even", "green", "refuse", ("棵", 1, 2), ["行道树断枝{n}棵，有坠落危险", "行道树倾斜{n}棵"]),
    Kind("10001", 3, "morning", "frost", "even", "any", "refuse", ("处", 1, 3), ["路面结冰{n}处", "桥面和台阶有{n}处结冰"]),
    Kind("10002", 3, "office", "rain", "even", "any", "upkeep", ("根", 1, 2), ["架空线缆脱落{n}根", "{n}根线缆垂落，离地不足两米"]),
]
BY_CODE = {kind.code: kind for kind in KINDS}

# kinds of POI that draw the incidents of a group, with their weight
ATTRACTIONS = {
    "crowd": {"attraction": 2, "subway_entrance": 5, "station": 5, "viewpoint": 3, "museum": 2, "park": 2, "school": 4,
              "ferry_terminal": 4, "hospital": 4, "mall": 4, "garden": 3},
    "shops": {"restaurant": 4, "fast_food": 4, "cafe": 2, "convenience": 4, "supermarket": 4, "clothes": 3, "jewelry": 1,
              "hotel": 1, "shop": 3, "bar": 2},
    "transit": {"subway_entrance": 9, "station": 9, "bus_stop": 3, "ferry_terminal": 4, "bank": 1, "school": 2},
    "homes": {"school": 3, "toilets": 2, "place_of_worship": 1, "convenience": 2},
    "green": {"park": 8, "garden": 6, "viewpoint": 2},
    "works": {},
    "any": {},
}
# how much an ordinary stretch of street weighs in each group, by street kind
BACKGROUND = {
    "crowd": {"main": 0.25, "side": 0.35}, "shops": {"main": 0.3, "side": 0.9}, "transit": {"main": 0.5, "side": 0.2},
    "homes": {"main": 0.15, "side": 1.0}, "green": {"main": 0.6, "side": 0.2}, "works": {"main": 0.5, "side": 0.3},
    "any": {"main": 1.0, "side": 0.6},
}

# (source, weight) for kinds that turn up on the street, and for the rest
SOURCES_STREET = [("patrol", 560), ("public", 100), ("web", 30), ("petition", 8), ("media", 4), ("emergency", 2), ("video", 150),
                  ("shout", 30), ("command", 12), ("capture", 40), ("drone", 4), ("superior", 18), ("transfer", 8),
                  ("inspection", 28), ("other", 3)]
SOURCES_OTHER = [("patrol", 620), ("public", 150), ("web", 45), ("petition", 16), ("media", 4), ("emergency", 6), ("video", 60),
                 ("command", 10), ("drone", 22), ("superior", 22), ("transfer", 14), ("inspection", 34), ("other", 3)]
BY_COLLECTOR = {"patrol", "inspection"}

OPENINGS = {
    "patrol": ["巡查发现，", "日常巡查时发现，", "步巡途中发现，", ""],
    "public": ["市民来电反映，", "热线转来：", "居民来电称，"],
    "web": ["网民留言反映，", "市民在网上投诉："],
    "petition": ["来信反映，", "来访群众反映，"],
    "media": ["媒体反映，"],
    "emergency": ["应急联动平台转来："],
    "video": ["视频巡查发现，", "监控画面显示，", "值班员视频轮巡发现，"],
    "shout": ["视频巡查发现，喊话劝离无效：", "双向喊话后仍未改正："],
    "command": ["指挥中心交办："],
    "capture": ["前端设备抓拍："],
    "drone": ["无人机巡查发现，"],
    "superior": ["上级交办：", "上级检查发现，"],
    "transfer": ["相关部门移送："],
    "inspection": ["督查发现，", "暗访发现，"],
    "other": [""],
}
SPOTS = ["人行道上", "路边", "沿街", "", ""]
# wordings that name the spot themselves
SPOTS_OF_THEIR_OWN = ("路", "墙", "树", "人行道", "弄", "沿街", "绿", "工地", "公交", "公共", "建筑", "外墙", "地面")
ENDINGS = ["", "", "", "，影响通行", "，影响市容", "，请及时处置", "，请尽快安排处置"]
ENDINGS_ON_SITE = ENDINGS + ["，现场已拍照", "，已拍照上报"]
