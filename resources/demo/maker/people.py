# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations, people and duties of the demo district. All of them are made up."""

from .areas import STREETS, ZONES, DISTRICT_CODE

ORGANISATIONS = [
    ("B00", "示例区城市管理局", "bureau", None),
    ("Q01", "浦西中队", "squad", "B00"),
    ("Q02", "陆家嘴中队", "squad", "B00"),
    ("Q03", "东昌中队", "squad", "B00"),
    ("D01", "市容环卫管理所", "department", "B00"),
    ("D02", "市政设施管理所", "department", "B00"),
    ("C01", "示例环卫作业公司", "contractor", "D01"),
    ("C02", "示例设施养护公司", "contractor", "D02"),
    ("C03", "示例共享单车运维公司", "contractor", "D01"),
    ("S01", "北外滩街道办事处（示例）", "street_office", None),
    ("S02", "外滩街道办事处（示例）", "street_office", None),
    ("S03", "豫园街道办事处（示例）", "street_office", None),
    ("S04", "陆家嘴街道办事处（示例）", "street_office", None),
]
SQUAD_OF_ZONE = {"01": "Q01", "02": "Q02", "03": "Q03"}
OFFICE_OF_STREET = dict(zip((code for code, _ in STREETS), ("S01", "S02", "S03", "S04")))

NAMES = ("王建国 李秀英 张伟 刘洋 陈静 杨帆 赵磊 黄丽 周涛 吴敏 徐强 孙婷 胡斌 朱琳 高峰 林娟 何军 郭燕 马超 罗红 "
         "梁勇 宋洁 郑凯 谢芳 韩冰 唐亮 冯雪 于洋 董明 萧兰 程刚 曹颖 袁杰 邓莉 许峰 傅晶 沈阳 曾玉 彭辉 吕梅 苏宁 卢琴 蒋欣 蔡明 贾青").split()

WORKDAYS = [1, 2, 3, 4, 5]
ROUNDS_OF_ZONE = {"01": 4, "02": 2, "03": 2}


class People:
    """Who works here, and who answers for which area when."""

    def __init__(self, areas, night_grids):
        self.people = []
        self.duties = []
        self._desk()
        self._squads(areas, night_grids)
        self._departments_and_streets()

    def as_json(self):
        """The document people.json."""
        return {
            "note": "Made up for demonstration; no resemblance to any person. 演示数据，人员均为虚构。",
            "organisations": [dict(zip(("code", "name", "kind", "parent"), o)) for o in ORGANISATIONS],
            "people": self.people,
            "duties": self.duties,
        }

    def collectors_on_duty(self, grid_code, moment):
        """Codes of those with a duty in a grid at a local time."""
        clock, day = moment.strftime("%H:%M"), moment.date().isoformat()
        return [d["person"] for d in self.duties
                if d["kind"] == "grid" and d["area"] == grid_code and moment.isoweekday() in d["weekdays"]
                and d["start"] <= clock < d["end"] and d["from"] <= day and (d["to"] is None or day <= d["to"])]

    def _person(self, organisation, *roles):
        code = f"P{len(self.people) + 1:03d}"
        self.people.append({"code": code, "name": NAMES[len(self.people)], "organisation": organisation, "roles": list(roles)})
        return code

    def _duty(self, area, kind, person, responsibility, weekdays, start, end, first="2025-01-01", last=None):
        self.duties.append({"area": area, "kind": kind, "person": person, "responsibility": responsibility, "from": first,
                            "to": last, "weekdays": weekdays, "start": start, "end": end})

    def _desk(self):
        leader = self._person("B00", "leader")
        self._person("B00", "shift_leader")
        self._person("B00", "registrar")
        self._person("B00", "dispatcher")
        self._person("B00", "evaluator")
        self._duty(DISTRICT_CODE, "district", leader, "全区市容秩序管理第一责任人", WORKDAYS, "08:30", "17:30")

    def _squads(self, areas, night_grids):
        for zone, zone_name in ZONES:
            squad = SQUAD_OF_ZONE[zone]
            codes = [g.code for g in areas.grids if g.parent == zone]
            for number in range(2):
                officer = self._person(squad, "officer")
                days = [1, 2, 3, 4, 5] if number == 0 else [3, 4, 5, 6, 7]
                self._duty(zone, "zone", officer, f"{zone_name}执法检查与案件办理", days, "08:30", "17:30")
            self._rounds(zone, squad, codes)
            for grid in night_grids.get(zone, []):
                helper = self._person(squad, "auxiliary")
                self._duty(grid, "grid", helper, "夜间摊点劝导与信息采集", [4, 5, 6, 7], "18:00", "22:30")

    def _rounds(self, zone, squad, codes):
        count = ROUNDS_OF_ZONE[zone]
        size = -(-len(codes) // count)
        rounds = [codes[i:i + size] for i in range(0, len(codes), size)]
        for number, grids in enumerate(rounds):
            morning = self._person(squad, "collector")
            afternoon = self._person(squad, "collector")
            change = zone == "02" and number == 1
            successor = self._person(squad, "collector") if change else None
            for grid in grids:
                last = "2026-06-30" if change else None
                self._duty(grid, "grid", morning, "早班巡查、上报、核实与核查", WORKDAYS, "07:00", "13:00", last=last)
                if change:
                    self._duty(grid, "grid", successor, "早班巡查、上报、核实与核查", WORKDAYS, "07:00", "13:00", first="2026-07-01")
                # deliberate gap: since October nobody has the last grid of zone 03 in the afternoon
                last = "2026-09-30" if grid == codes[-1] and zone == "03" else None
                self._duty(grid, "grid", afternoon, "中班巡查、上报、核实与核查", WORKDAYS, "13:00", "19:00", last=last)
        for number in range(0, len(rounds), 2):
            weekend = self._person(squad, "collector")
            for grid in sum(rounds[number:number + 2], []):
                if grid == codes[0] and zone == "03":
                    continue  # deliberate gap: nobody at weekends
                days = [6] if grid in codes[4:6] and zone == "01" else [6, 7]  # deliberate gap: no Sundays
                self._duty(grid, "grid", weekend, "周末巡查、上报与核查", days, "07:30", "18:30")

    def _departments_and_streets(self):
        for organisation in ("D01", "D02", "C01", "C02", "C03"):
            self._person(organisation, "handler")
        for street, name in STREETS:
            chief = self._person(OFFICE_OF_STREET[street], "street_chief")
            self._duty(street, "street", chief, f"{name}街长，每周巡街并协调部门", WORKDAYS, "08:30", "17:30")
