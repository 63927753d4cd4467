<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>About Gridwarden</source>
        <translation>关于网格督导</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Wheel; with Ctrl finer</source>
        <translation>滚轮；按住 Ctrl 细调</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移动地图</translation>
    </message>
    <message>
        <source>Middle button, Space and movement, arrow keys</source>
        <translation>中键拖动、按住空格移动、方向键</translation>
    </message>
    <message>
        <source>Zoom box in every tool</source>
        <translation>任何工具下框选放大</translation>
    </message>
    <message>
        <source>Shift and drag; with Alt out</source>
        <translation>按住 Shift 拖动；加按 Alt 缩小</translation>
    </message>
    <message>
        <source>Previous and next view</source>
        <translation>上一视图与下一视图</translation>
    </message>
    <message>
        <source>Back and forward buttons of the mouse</source>
        <translation>鼠标后退键、前进键</translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation>加入所选</translation>
    </message>
    <message>
        <source>Ctrl and click</source>
        <translation>按住 Ctrl 点击</translation>
    </message>
    <message>
        <source>Leave the sketch, then the tool</source>
        <translation>先放弃草图，再退出工具</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>A desktop system for the supervisors of a district&apos;s urban management: see the district, enter incidents, know who answers for them and until when, and never count by hand.

Free software under the GNU General Public License, version 3 or later, without any warranty. It is built with:</source>
        <translation>面向区县城市管理督导工作的桌面系统：看清辖区，登记案件，明确谁负责、何时到期，从此不再手工统计。

本软件是自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。所用组件：</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;New district …</source>
        <translation>新建辖区(&amp;N)…</translation>
    </message>
    <message>
        <source>Create &amp;demo district …</source>
        <translation>创建演示辖区(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Open district …</source>
        <translation>打开辖区(&amp;O)…</translation>
    </message>
    <message>
        <source>Open for &amp;reading only …</source>
        <translation>以只读方式打开(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Close district</source>
        <translation>关闭辖区(&amp;C)</translation>
    </message>
    <message>
        <source>Add &amp;layers …</source>
        <translation>添加图层(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Import cases …</source>
        <translation>导入案件(&amp;I)…</translation>
    </message>
    <message>
        <source>Import &amp;areas …</source>
        <translation>导入区域(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Print map …</source>
        <translation>打印地图(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Select &amp;all filtered cases</source>
        <translation>选中全部筛选结果(&amp;A)</translation>
    </message>
    <message>
        <source>Clear &amp;selection</source>
        <translation>清除选择(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;earch …</source>
        <translation>搜索(&amp;E)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>显示全部(&amp;E)</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>缩放到所选(&amp;S)</translation>
    </message>
    <message>
        <source>Previous &amp;view</source>
        <translation>上一视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next view</source>
        <translation>下一视图(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full-screen map</source>
        <translation>全屏地图(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reset window layout</source>
        <translation>重置窗口布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Zoom box</source>
        <translation>框选缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>查询(&amp;I)</translation>
    </message>
    <message>
        <source>Measure &amp;length</source>
        <translation>测量长度(&amp;L)</translation>
    </message>
    <message>
        <source>Measure &amp;area</source>
        <translation>测量面积(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Enter incident</source>
        <translation>登记案件(&amp;E)</translation>
    </message>
    <message>
        <source>Add &amp;bookmark …</source>
        <translation>添加书签(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Coordinate system of the map …</source>
        <translation>地图坐标系(&amp;C)…</translation>
    </message>
    <message>
        <source>Clear &amp;filter</source>
        <translation>清除筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Only cases of the selected &amp;area</source>
        <translation>只看所选区域的案件(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Report of areas (PDF) …</source>
        <translation>区域报表 PDF(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Areas …</source>
        <translation>区域(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Categories and limits …</source>
        <translation>类别与时限(&amp;C)…</translation>
    </message>
    <message>
        <source>Working ca&amp;lendar …</source>
        <translation>工作日历(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Sources of cases …</source>
        <translation>案件来源(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Organisations …</source>
        <translation>单位(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;People …</source>
        <translation>人员(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Duties …</source>
        <translation>五定责任(&amp;D)…</translation>
    </message>
    <message>
        <source>Case &amp;numbers …</source>
        <translation>案件编号(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Gridwarden</source>
        <translation>关于网格督导(&amp;A)</translation>
    </message>
    <message>
        <source>Open this district for &amp;writing</source>
        <translation>以可写方式打开此辖区(&amp;W)</translation>
    </message>
    <message>
        <source>District se&amp;ttings …</source>
        <translation>辖区设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Chec&amp;k the district …</source>
        <translation>检查辖区(&amp;E)…</translation>
    </message>
    <message>
        <source>Pe&amp;rsonal data …</source>
        <translation>个人信息(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Backups …</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Pac&amp;k with photos …</source>
        <translation>连同照片打包(&amp;K)…</translation>
    </message>
    <message>
        <source>Open an arc&amp;hive …</source>
        <translation>打开归档包(&amp;H)…</translation>
    </message>
    <message>
        <source>Add &amp;map service …</source>
        <translation>添加地图服务(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Time line</source>
        <translation>时间轴(&amp;T)</translation>
    </message>
    <message>
        <source>Edit area b&amp;orders</source>
        <translation>编辑区域边界(&amp;O)</translation>
    </message>
    <message>
        <source>Cleared, then back a&amp;gain …</source>
        <translation>反复回潮(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Hot spots …</source>
        <translation>热点(&amp;H)…</translation>
    </message>
    <message>
        <source>Import acti&amp;vities …</source>
        <translation>导入工作记录(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Count work</source>
        <translation>登记工作记录(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Kinds of activities …</source>
        <translation>工作类别(&amp;K)…</translation>
    </message>
    <message>
        <source>Planned acti&amp;vities …</source>
        <translation>计划工作(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Methods of handling …</source>
        <translation>处置方式(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Dispatch the selected cases …</source>
        <translation>派遣所选案件(&amp;D)…</translation>
    </message>
    <message>
        <source>Hand &amp;over the selected cases …</source>
        <translation>改派所选案件(&amp;O)…</translation>
    </message>
    <message>
        <source>Hand over what somebod&amp;y has in hand …</source>
        <translation>移交某人在办案件(&amp;Y)…</translation>
    </message>
    <message>
        <source>A&amp;bsences …</source>
        <translation>不在岗登记(&amp;B)…</translation>
    </message>
    <message>
        <source>Rules of d&amp;ispatch …</source>
        <translation>派遣规则(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Work list …</source>
        <translation>处置清单(&amp;W)…</translation>
    </message>
    <message>
        <source>Day boo&amp;k …</source>
        <translation>值班日志(&amp;K)…</translation>
    </message>
    <message>
        <source>In&amp;box</source>
        <translation>收件箱(&amp;B)</translation>
    </message>
    <message>
        <source>De&amp;finitions of figures …</source>
        <translation>数据口径(&amp;F)…</translation>
    </message>
    <message>
        <source>Work &amp;summary …</source>
        <translation>工作总结(&amp;S)…</translation>
    </message>
    <message>
        <source>Bulle&amp;tin of a period …</source>
        <translation>月报、通报(&amp;T)…</translation>
    </message>
    <message>
        <source>Schemes of &amp;evaluation …</source>
        <translation>考核方案(&amp;E)…</translation>
    </message>
    <message>
        <source>Duty &amp;week …</source>
        <translation>五定周表(&amp;W) …</translation>
    </message>
</context>
<context>
    <name>AddLayers</name>
    <message>
        <source>Map data (%1)</source>
        <translation>地图数据 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add layers</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>%1 holds several layers. Which of them?</source>
        <translation>%1 含有多个图层，要添加哪些？</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>%1 has nothing that can be drawn. Import it as cases instead.</source>
        <translation>%1 中没有可绘制的内容，请改为导入案件。</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>正在查看 %1</translation>
    </message>
</context>
<context>
    <name>Archives</name>
    <message>
        <source>Packed and checked, with %1 photos: %2</source>
        <translation>已打包并校验，含照片 %1 张：%2</translation>
    </message>
    <message>
        <source>Pack the district and its photos</source>
        <translation>将辖区连同照片打包</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>归档包 (*.zip)</translation>
    </message>
    <message>
        <source>Packing %1</source>
        <translation>正在打包 %1</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>打开归档包</translation>
    </message>
    <message>
        <source>Where to unpack the district</source>
        <translation>选择解包位置</translation>
    </message>
    <message>
        <source>Unpacking %1</source>
        <translation>正在解包 %1</translation>
    </message>
</context>
<context>
    <name>AreaEdit</name>
    <message>
        <source>Click around the new area; Enter or a double click confirms, Backspace takes the last vertex away, S turns snapping on and off.</source>
        <translation>沿新区域边界依次单击；回车或双击确认，退格键撤销上一个顶点，S 键开关捕捉。</translation>
    </message>
    <message>
        <source>Click a line from border to border; Enter or a double click confirms, Backspace takes the last vertex away, S turns snapping on and off.</source>
        <translation>从边界到边界依次单击画分割线；回车或双击确认，退格键撤销上一个顶点，S 键开关捕捉。</translation>
    </message>
    <message>
        <source>Click the areas that become one; Enter confirms.</source>
        <translation>单击要合并的区域；回车确认。</translation>
    </message>
    <message>
        <source>Click the new course of a border, from the border and back to it; Enter or a double click confirms.</source>
        <translation>从边界上起点，依次单击新的走向，再回到边界；回车或双击确认。</translation>
    </message>
    <message>
        <source>Drag vertices or edges of borders; Delete takes the vertex under the pointer away, Backspace the last step back, Enter confirms.</source>
        <translation>拖动边界的顶点或边；Delete 删除光标处的顶点，退格键撤销上一步，回车确认。</translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>Area %1</source>
        <translation>面积 %1</translation>
    </message>
</context>
<context>
    <name>CaseExport</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>CaseLabels</name>
    <message>
        <source>outside every grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>%1 until %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗责任人</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Due, if dispatched now</source>
        <translation>若现在派遣的截止时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quantity handled</source>
        <translation>处置数量</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message numerus="yes">
        <source>%n rework(s)</source>
        <translation>
            <numerusform>返工 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s)</source>
        <translation>
            <numerusform>延期 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>closed before it was reported</source>
        <translation>结案早于上报</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) selected</source>
        <translation>
            <numerusform>已选 %n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>without a time limit</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No case is selected.

Click one on the map or in the table. To enter a new one, press Insert and click the map.</source>
        <translation>尚未选择案件。

请在地图或表格中点选。登记新案件：按 Insert，再点击地图。</translation>
    </message>
    <message>
        <source>No district is open.</source>
        <translation>尚未打开辖区。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>同一问题</translation>
    </message>
    <message>
        <source>Handled by way of</source>
        <translation>处置方式</translation>
    </message>
    <message>
        <source>Fill in what belongs to this source</source>
        <translation>填写该来源的附加信息</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Handled, check passed</source>
        <translation>已处置，核查通过</translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>sealed</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Show …</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Asks for the passphrase; the history notes who looked.</source>
        <translation>需输入口令；操作日志会记下查看人。</translation>
    </message>
    <message>
        <source>Seal again</source>
        <translation>重新锁定</translation>
    </message>
    <message>
        <source>Not protected yet. Protect personal data …</source>
        <translation>尚未保护。保护个人信息…</translation>
    </message>
</context>
<context>
    <name>CrsDialog</name>
    <message>
        <source>Filter, or EPSG:n, or WKT</source>
        <translation>筛选，或输入 EPSG:n、WKT</translation>
    </message>
    <message>
        <source>The map needs a plane, not degrees.</source>
        <translation>地图需要平面坐标系，不能用经纬度。</translation>
    </message>
</context>
<context>
    <name>DistrictSettings</name>
    <message>
        <source>District settings</source>
        <translation>辖区设置</translation>
    </message>
    <message>
        <source>Chosen from the first area</source>
        <translation>按第一个区域自动选择</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Coordinate system of the map</source>
        <translation>地图坐标系</translation>
    </message>
    <message>
        <source>The five labels of duties</source>
        <translation>五定的五个名称</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Open cases of the same category that are as near and as recent are shown when a case is entered.</source>
        <translation>登记案件时，提示此距离和时间以内的同类未结案件。</translation>
    </message>
    <message>
        <source>Distance in metres</source>
        <translation>距离（米）</translation>
    </message>
    <message>
        <source>Time in hours</source>
        <translation>时间（小时）</translation>
    </message>
    <message>
        <source>The map needs a plane, not degrees.</source>
        <translation>地图需要平面坐标系，不能用经纬度。</translation>
    </message>
    <message>
        <source>Closing by four eyes</source>
        <translation>双人办结</translation>
    </message>
    <message>
        <source>Who handled a case of these categories cannot close it before somebody else has checked it. Write “all”, or keys such as 2026:matter:09.</source>
        <translation>这些类别的案件，处置人不能自行办结，须由他人核查。填 all 表示全部，或填类别键，如 2026:matter:09。</translation>
    </message>
    <message>
        <source>For no category</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>There is no category with the key %1.</source>
        <translation>没有键为 %1 的类别。</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Names with their beginnings, for instance “Day 08:30; Night 20:30”. Each lasts until the next begins.</source>
        <translation>名称加开始时间，如“白班 08:30；夜班 20:30”。每班到下一班开始为止。</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Larger photos are copied at this size when they are added; 0 keeps the originals.</source>
        <translation>添加照片时，较大的照片按此尺寸保存副本；填 0 保留原图。</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>长边像素</translation>
    </message>
</context>
<context>
    <name>DutyTable</name>
    <message>
        <source>Duties</source>
        <translation>五定</translation>
    </message>
</context>
<context>
    <name>DutyText</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>DutyWeek</name>
    <message>
        <source>%1 (away)</source>
        <translation>%1（不在）</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1（代%2）</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
</context>
<context>
    <name>DutyWeekFiles</name>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies) read.</source>
        <translation>
            <numerusform>读入五定 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were blank or there already.</source>
        <translation>
            <numerusform>%n 行为空行或已有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused.</source>
        <translation>
            <numerusform>%n 行未收。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import duties</source>
        <translation>导入五定</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.ods *.csv *.txt *.tsv)</source>
        <translation>表格 (*.xlsx *.ods *.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>%1 duties %2</source>
        <translation>%1五定表%2</translation>
    </message>
    <message>
        <source>Export duties</source>
        <translation>导出五定</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx);;Tables (*.csv)</source>
        <translation>工作簿 (*.xlsx);;表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies) written to %1.</source>
        <translation>
            <numerusform>已将五定 %n 条写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasureJob</name>
    <message>
        <source>A backup still holds what was erased: %1 It is tried again tomorrow.</source>
        <translation>有一个备份仍含已删除的内容：%1 明天将再次处理。</translation>
    </message>
    <message numerus="yes">
        <source>%n reporter(s)</source>
        <translation>
            <numerusform>%n 名上报人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the history</source>
        <translation>
            <numerusform>%n 条操作日志</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) rewritten</source>
        <translation>
            <numerusform>已重写 %n 个备份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged backup(s) removed</source>
        <translation>
            <numerusform>已删除 %n 个损坏的备份</numerusform>
        </translation>
    </message>
    <message>
        <source>Personal data: %1.</source>
        <translation>个人信息：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Erase name and telephone number of the reporter of %1 for good? They go from the history and the backups as well. This cannot be undone, and changes before it may no longer be undone either.</source>
        <translation>永久删除 %1 上报人的姓名和电话？操作日志和备份中的也一并删除。此操作无法撤销，此前的操作也可能不再能撤销。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Erasing personal data</source>
        <translation>正在删除个人信息</translation>
    </message>
    <message>
        <source>The erasure was stopped. What it had begun is finished when the district is opened the next time.</source>
        <translation>删除已中止。已开始的部分将在下次打开辖区时完成。</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>without a time limit</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>outside every grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结案</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) of the week</source>
        <translation>
            <numerusform>每周 %n 个时段</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>reworked</source>
        <translation>有返工</translation>
    </message>
    <message>
        <source>urged, no reply yet</source>
        <translation>督办未回复</translation>
    </message>
    <message>
        <source>cleared, then seen again</source>
        <translation>清后又现</translation>
    </message>
    <message numerus="yes">
        <source>Reported at most %n day(s) after a case of the same category was cleared, not farther than %1 m from it</source>
        <translation>
            <numerusform>同类案件清理后%n天内、%1米内再次上报</numerusform>
        </translation>
    </message>
    <message>
        <source>each problem once</source>
        <translation>同一问题只计一次</translation>
    </message>
    <message>
        <source>Without further reports that are linked to another case</source>
        <translation>不含关联到其他案件的重复上报</translation>
    </message>
    <message>
        <source>open, due %1</source>
        <translation>未结，截止：%1</translation>
    </message>
    <message>
        <source>Cases that are closed or suspended have no deadline and are left out</source>
        <translation>已结案和挂账的案件没有截止时间，不在其中</translation>
    </message>
    <message>
        <source>The cases that this number counted when it was clicked</source>
        <translation>点击该数据时所计的案件</translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>What was handed out</source>
        <translation>提供说明</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>亮灯</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处置人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>处置方式</translation>
    </message>
    <message>
        <source>Grade of the road</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>星期与时段</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Entry %1 of the journal</source>
        <translation>第 %1 号日志</translation>
    </message>
</context>
<context>
    <name>LinePattern</name>
    <message>
        <source>Solid</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Long dashes</source>
        <translation>长虚线</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>Dash and dot</source>
        <translation>点划线</translation>
    </message>
</context>
<context>
    <name>LinkedCases</name>
    <message>
        <source>same problem as %1</source>
        <translation>与 %1 为同一问题</translation>
    </message>
    <message numerus="yes">
        <source>%n further report(s): %1</source>
        <translation>
            <numerusform>另有%n次上报：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ManySteps</name>
    <message numerus="yes">
        <source>%n case(s) stay as they are.</source>
        <translation>
            <numerusform>%n 件保持原状。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) were done. Undo takes it back.</source>
        <translation>
            <numerusform>已办理 %n 件。可撤销。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapTool</name>
    <message>
        <source>Drag to move the map. Click a case or an area to select it.</source>
        <translation>拖动移动地图，点击案件或区域将其选中。</translation>
    </message>
    <message>
        <source>Draw a box to zoom into; with Alt to zoom out.</source>
        <translation>拉框放大；按住 Alt 缩小。</translation>
    </message>
    <message>
        <source>Click a case or an area, or draw a box around cases. Drag the selected case to move it.</source>
        <translation>点击案件或区域，或拉框选择案件。拖动所选案件可移动其位置。</translation>
    </message>
    <message>
        <source>Click to see what is there: cases, areas and features of layers.</source>
        <translation>点击查看该处的案件、区域和图层要素。</translation>
    </message>
    <message>
        <source>Click where the incident is.</source>
        <translation>点击问题所在位置。</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>%1 (%2 mu)</source>
        <translation>%1（%2 亩）</translation>
    </message>
    <message>
        <source>Click for each vertex; double click or Enter ends, Backspace takes the last one away.</source>
        <translation>逐点点击；双击或回车结束，退格键撤去最后一点。</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>总长 %1</translation>
    </message>
    <message>
        <source>Total %1 · last %2</source>
        <translation>总长 %1 · 末段 %2</translation>
    </message>
    <message>
        <source>Area %1 · perimeter %2</source>
        <translation>面积 %1 · 周长 %2</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>New district %1</source>
        <translation>新建辖区 %1</translation>
    </message>
    <message>
        <source>Report %2 %1</source>
        <translation>上报 %2 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Import %1 areas from %2</source>
        <translation>从 %2 导入 %1 个区域</translation>
    </message>
    <message>
        <source>Import cases from %1</source>
        <translation>从 %1 导入案件</translation>
    </message>
    <message>
        <source>Add layer %1</source>
        <translation>添加图层 %1</translation>
    </message>
    <message>
        <source>Remove layer %1</source>
        <translation>移除图层 %1</translation>
    </message>
    <message>
        <source>Move layer %1</source>
        <translation>移动图层 %1</translation>
    </message>
    <message>
        <source>Rename layer %1</source>
        <translation>重命名图层 %1</translation>
    </message>
    <message>
        <source>Change the source of layer %1</source>
        <translation>更改图层 %1 的数据源</translation>
    </message>
    <message>
        <source>Change the style of layer %1</source>
        <translation>更改图层 %1 的样式</translation>
    </message>
    <message>
        <source>Add bookmark %1</source>
        <translation>添加书签 %1</translation>
    </message>
    <message>
        <source>Remove bookmark %1</source>
        <translation>删除书签 %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check that it exists and that you may read it.</source>
        <translation>无法读取文件 %1。请检查文件是否存在、是否有读取权限。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Check the folder and the free space.</source>
        <translation>无法写入文件 %1。请检查文件夹和剩余空间。</translation>
    </message>
    <message>
        <source>There is already a file %1. Choose another name.</source>
        <translation>文件 %1 已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>Reading or writing %1 failed. Check the drive and the free space.</source>
        <translation>读写 %1 失败。请检查磁盘和剩余空间。</translation>
    </message>
    <message>
        <source>The disk of %1 is full: %2 MB are free. Nothing of this change was kept. Make room for about %3 MB and try again.</source>
        <translation>%1 所在磁盘已满，剩余 %2 MB。本次更改未保存任何内容。请腾出约 %3 MB 空间后重试。</translation>
    </message>
    <message>
        <source>Another program is using %1 at the moment. Close it there and try again.</source>
        <translation>另一程序正在使用 %1。请在那里关闭后重试。</translation>
    </message>
    <message>
        <source>%1 may not be written here. It can be opened for reading only.</source>
        <translation>此处不允许写入 %1，可以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 is not a district file.</source>
        <translation>%1 不是辖区文件。</translation>
    </message>
    <message>
        <source>The file %1 is too large to be read.</source>
        <translation>文件 %1 太大，无法读取。</translation>
    </message>
    <message>
        <source>The district is in use by %1 on %2 since %3. It can be opened for reading only.</source>
        <translation>该辖区自 %3 起由 %1 在 %2 上使用，可以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of the program (schema %2). Install that version to open it.</source>
        <translation>%1 由更新版本的程序写成（结构版本 %2），请安装新版本后打开。</translation>
    </message>
    <message>
        <source>The district was opened for reading only; nothing was changed.</source>
        <translation>辖区以只读方式打开，未作任何更改。</translation>
    </message>
    <message>
        <source>%1 could not be reserved for writing. Check that you may write in its folder.</source>
        <translation>无法为写入锁定 %1。请检查其文件夹的写入权限。</translation>
    </message>
    <message>
        <source>The district was worked on from too many computers. Make a fresh copy through a backup.</source>
        <translation>使用过该辖区的电脑太多。请通过备份另存一份。</translation>
    </message>
    <message>
        <source>The backup %1 could not be written or did not pass its check.</source>
        <translation>备份 %1 无法写入或未通过校验。</translation>
    </message>
    <message>
        <source>The file %1 reported a fault. Check it, and continue with a backup if it persists.</source>
        <translation>文件 %1 报告错误。请检查；如仍存在，请改用备份。</translation>
    </message>
    <message>
        <source>A recorded change cannot be read.</source>
        <translation>一条操作记录无法读取。</translation>
    </message>
    <message>
        <source>The change does not fit the records of %1 any more.</source>
        <translation>该更改与 %1 的现有记录不再相符。</translation>
    </message>
    <message>
        <source>A file of the program is missing: %1. Install the program again.</source>
        <translation>程序文件缺失：%1。请重新安装程序。</translation>
    </message>
    <message>
        <source>%1 cannot be read as JSON.</source>
        <translation>%1 不是可读的 JSON。</translation>
    </message>
    <message>
        <source>A stored shape cannot be read.</source>
        <translation>存储的图形无法读取。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>没有时区 %1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>It cannot be undone alone: the later journal entry %2 concerns the same records. Undo that one first.</source>
        <translation>不能单独撤销：之后的第 %2 号日志涉及同一记录，请先撤销它。</translation>
    </message>
    <message>
        <source>Journal entry %1 was altered afterwards.</source>
        <translation>第 %1 号日志事后被改动。</translation>
    </message>
    <message>
        <source>The recorded change of journal entry %1 was altered afterwards.</source>
        <translation>第 %1 号日志的更改内容事后被改动。</translation>
    </message>
    <message>
        <source>Journal entries are missing before %1.</source>
        <translation>第 %1 号之前的日志缺失。</translation>
    </message>
    <message>
        <source>There is no area %1.</source>
        <translation>没有区域 %1。</translation>
    </message>
    <message>
        <source>An area needs a code.</source>
        <translation>区域需要编码。</translation>
    </message>
    <message>
        <source>There already is an area of this kind with the code %2 (%1) on some of these days. End it first or choose another code.</source>
        <translation>这些日期内已有编码为 %2 的%1。请先终止它，或换一个编码。</translation>
    </message>
    <message>
        <source>The code %1 is used by several areas.</source>
        <translation>编码 %1 被多个区域使用。</translation>
    </message>
    <message>
        <source>The area %1 would end before it starts.</source>
        <translation>区域 %1 的终止日早于起始日。</translation>
    </message>
    <message>
        <source>An area cannot lie in itself.</source>
        <translation>区域不能属于自身。</translation>
    </message>
    <message>
        <source>The area %1 has no shape.</source>
        <translation>区域 %1 没有图形。</translation>
    </message>
    <message>
        <source>The area %1 extends beyond %2 by %3 m².</source>
        <translation>区域 %1 超出 %2 %3 平方米。</translation>
    </message>
    <message>
        <source>A gap of %1 m² is in no area.</source>
        <translation>有 %1 平方米空隙不属于任何区域。</translation>
    </message>
    <message>
        <source>%1 and %2 overlap by %3 m².</source>
        <translation>%1 与 %2 重叠 %3 平方米。</translation>
    </message>
    <message>
        <source>The outline crosses or touches itself (%1, %2, %3).</source>
        <translation>边界自相交或自接触（%1，%2，%3）。</translation>
    </message>
    <message>
        <source>The code %1 is taken already.</source>
        <translation>编码 %1 已被使用。</translation>
    </message>
    <message>
        <source>There is no person %1.</source>
        <translation>没有人员 %1。</translation>
    </message>
    <message>
        <source>A duty needs an area and a person.</source>
        <translation>责任需要填写区域和人员。</translation>
    </message>
    <message>
        <source>The duty would end before it starts.</source>
        <translation>责任的结束早于开始。</translation>
    </message>
    <message>
        <source>The calendar has no working period.</source>
        <translation>日历中没有工作时段。</translation>
    </message>
    <message>
        <source>The calendar cannot be read at %1.</source>
        <translation>日历在 %1 处无法读取。</translation>
    </message>
    <message>
        <source>The calendar has no holidays for %1 yet: deadlines across holidays are doubtful.</source>
        <translation>日历尚无 %1 年的节假日，跨节假日的截止时间不可靠。</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>请选择类别。</translation>
    </message>
    <message>
        <source>%1 is a class; choose a category in it.</source>
        <translation>%1 是大类，请选择其中的类别。</translation>
    </message>
    <message>
        <source>The category %1 is not known here.</source>
        <translation>本辖区没有类别 %1。</translation>
    </message>
    <message>
        <source>A category needs a standard, a code and a name (%1).</source>
        <translation>类别需要标准、代码和名称（%1）。</translation>
    </message>
    <message>
        <source>There already is a category %1.</source>
        <translation>已有类别 %1。</translation>
    </message>
    <message>
        <source>The limit has to be more than zero.</source>
        <translation>时限必须大于零。</translation>
    </message>
    <message>
        <source>The limit of %2 in %1 cannot be read.</source>
        <translation>%1 中 %2 的时限无法读取。</translation>
    </message>
    <message>
        <source>A source needs a key and a name.</source>
        <translation>来源需要标识和名称。</translation>
    </message>
    <message>
        <source>The source %1 is not known here.</source>
        <translation>本辖区没有来源 %1。</translation>
    </message>
    <message>
        <source>The pattern for case numbers is not usable: %1</source>
        <translation>案件编号规则不可用：%1</translation>
    </message>
    <message>
        <source>There is no case %1.</source>
        <translation>没有案件 %1。</translation>
    </message>
    <message>
        <source>The stored state of case %1 differs from its steps.</source>
        <translation>案件 %1 的存储状态与其环节不符。</translation>
    </message>
    <message>
        <source>The case number %1 is used twice.</source>
        <translation>案件编号 %1 重复。</translation>
    </message>
    <message>
        <source>The case number %1 exists already.</source>
        <translation>案件编号 %1 已存在。</translation>
    </message>
    <message>
        <source>Cases in no grid or without a place: %1.</source>
        <translation>不在任何网格内或没有位置的案件：%1。</translation>
    </message>
    <message>
        <source>Cases whose category is not known here: %1.</source>
        <translation>类别未知的案件：%1。</translation>
    </message>
    <message>
        <source>The time %1 lies in the future.</source>
        <translation>时间 %1 在未来。</translation>
    </message>
    <message>
        <source>The handler %1 is not in the register.</source>
        <translation>处置者 %1 不在名册中。</translation>
    </message>
    <message>
        <source>%1 is not a picture that can be read.</source>
        <translation>%1 不是可读取的图片。</translation>
    </message>
    <message>
        <source>%1 is not possible while the case is “%2”.</source>
        <translation>案件处于“%2”时不能%1。</translation>
    </message>
    <message>
        <source>A step cannot be earlier than the last one (%1).</source>
        <translation>环节时间不能早于上一环节（%1）。</translation>
    </message>
    <message>
        <source>This step can only be the first of a case.</source>
        <translation>该环节只能是案件的第一个环节。</translation>
    </message>
    <message>
        <source>This step is only made by an import.</source>
        <translation>该环节只由导入产生。</translation>
    </message>
    <message>
        <source>The case is void; nothing more is done to it.</source>
        <translation>案件已作废，不再办理。</translation>
    </message>
    <message>
        <source>The last check failed. Send it back for rework or close it by force.</source>
        <translation>上次核查未通过，请返工或强制结案。</translation>
    </message>
    <message>
        <source>Choose who receives it.</source>
        <translation>请选择接收者。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写理由。</translation>
    </message>
    <message>
        <source>Name the other case.</source>
        <translation>请填写另一案件。</translation>
    </message>
    <message>
        <source>A case cannot be linked with itself.</source>
        <translation>案件不能与自身关联。</translation>
    </message>
    <message>
        <source>Choose a result.</source>
        <translation>请选择结果。</translation>
    </message>
    <message>
        <source>Give the new end.</source>
        <translation>请填写新的截止时间。</translation>
    </message>
    <message>
        <source>The end has to lie in the future.</source>
        <translation>截止时间必须在未来。</translation>
    </message>
    <message>
        <source>The new deadline has to be later than the present one.</source>
        <translation>新的截止时间必须晚于原截止时间。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>The place is not on the earth.</source>
        <translation>坐标超出范围。</translation>
    </message>
    <message>
        <source>The quantity has to be a number from 0.</source>
        <translation>数量必须是不小于 0 的数。</translation>
    </message>
    <message>
        <source>There is no kind of urging %1.</source>
        <translation>没有督办类型 %1。</translation>
    </message>
    <message>
        <source>An extension has to be asked for before the deadline.</source>
        <translation>延期须在截止之前提出。</translation>
    </message>
    <message>
        <source>A case is extended twice at most.</source>
        <translation>一个案件最多延期两次。</translation>
    </message>
    <message>
        <source>A case is suspended once at most.</source>
        <translation>一个案件最多挂账一次。</translation>
    </message>
    <message>
        <source>A suspension has to be asked for before the deadline.</source>
        <translation>挂账须在截止之前提出。</translation>
    </message>
    <message>
        <source>The suspension is too long.</source>
        <translation>挂账时间过长。</translation>
    </message>
    <message>
        <source>An appeal needs a case that is late.</source>
        <translation>只有超期案件可以申诉。</translation>
    </message>
    <message>
        <source>An appeal is already under way or decided.</source>
        <translation>已有申诉正在办理或已有结论。</translation>
    </message>
    <message>
        <source>The details of a step cannot be read (%1).</source>
        <translation>环节内容无法读取（%1）。</translation>
    </message>
    <message>
        <source>The coordinate %1 lies outside what its system can express.</source>
        <translation>坐标 %1 超出其坐标系的范围。</translation>
    </message>
    <message>
        <source>“%1” is not a coordinate.</source>
        <translation>“%1”不是坐标。</translation>
    </message>
    <message>
        <source>“%1” looks like the other axis: longitude and latitude may be exchanged.</source>
        <translation>“%1”像是另一轴：经度和纬度可能颠倒。</translation>
    </message>
    <message>
        <source>Longitude or latitude is missing.</source>
        <translation>缺少经度或纬度。</translation>
    </message>
    <message>
        <source>“%1” is not a point.</source>
        <translation>“%1”不是点。</translation>
    </message>
    <message>
        <source>The coordinate system %1 is not known. Give EPSG:n, WKT or a file with it.</source>
        <translation>未知坐标系 %1。请给出 EPSG:n、WKT 或含有它的文件。</translation>
    </message>
    <message>
        <source>%1 has no two horizontal axes.</source>
        <translation>%1 没有两个水平轴。</translation>
    </message>
    <message>
        <source>There is no transformation from %1 to %2.</source>
        <translation>没有从 %1 到 %2 的转换。</translation>
    </message>
    <message>
        <source>%1 does not say in which coordinate system it is. Choose one.</source>
        <translation>%1 未说明坐标系，请选择。</translation>
    </message>
    <message>
        <source>WGS 84, longitude and latitude</source>
        <translation>WGS 84 经纬度</translation>
    </message>
    <message>
        <source>CGCS2000, longitude and latitude</source>
        <translation>CGCS2000 经纬度</translation>
    </message>
    <message>
        <source>GCJ-02 (Amap, Tencent)</source>
        <translation>GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss–Krüger %1°, central meridian %2°E</source>
        <translation>CGCS2000 高斯-克吕格 %1° 带，中央经线 %2°E</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss–Krüger %1°, zone %2</source>
        <translation>CGCS2000 高斯-克吕格 %1° 带，带号 %2</translation>
    </message>
    <message>
        <source>WGS 84 UTM zone %1</source>
        <translation>WGS 84 UTM %1 带</translation>
    </message>
    <message>
        <source>No exact transformation from %1 is known: places may be off by tens of metres.</source>
        <translation>%1 没有精确转换，位置可能相差数十米。</translation>
    </message>
    <message>
        <source>The format of %1 is not one that can be opened.</source>
        <translation>不支持 %1 的格式。</translation>
    </message>
    <message>
        <source>%1 cannot be read; the file may be damaged or cut off.</source>
        <translation>%1 无法读取，文件可能损坏或不完整。</translation>
    </message>
    <message>
        <source>Reading %1 failed: the file is damaged or made to do harm (%2). Nothing else is affected.</source>
        <translation>读取 %1 失败：文件已损坏或带有恶意内容（%2）。其他内容不受影响。</translation>
    </message>
    <message>
        <source>Reading %1 made no progress for ten seconds and was ended. The file may be damaged, or its drive does not answer.</source>
        <translation>读取 %1 时十秒内没有进展，已终止。文件可能已损坏，或所在磁盘没有响应。</translation>
    </message>
    <message>
        <source>Reading %1 needs more memory than it may have. The file may be damaged; otherwise divide it.</source>
        <translation>读取 %1 所需内存超出限额。文件可能已损坏；若文件无误，请拆分后再读取。</translation>
    </message>
    <message>
        <source>%1 breaks off after row %2; the file may be damaged or cut off.</source>
        <translation>%1 在第 %2 行之后中断，文件可能损坏或不完整。</translation>
    </message>
    <message>
        <source>Reading %1 failed after row %2: the file is damaged or made to do harm. Nothing else is affected.</source>
        <translation>读取 %1 到第 %2 行之后失败：文件已损坏或带有恶意内容。其他内容不受影响。</translation>
    </message>
    <message>
        <source>Reading %1 made no progress for ten seconds after row %2 and was ended.</source>
        <translation>读取 %1 到第 %2 行之后十秒内没有进展，已终止。</translation>
    </message>
    <message>
        <source>After row %2, reading %1 needs more memory than it may have.</source>
        <translation>读取 %1 到第 %2 行之后，所需内存超出限额。</translation>
    </message>
    <message>
        <source>%1 has more than %2 columns.</source>
        <translation>%1 的列数超过 %2。</translation>
    </message>
    <message>
        <source>Further layers that are not listed: %1.</source>
        <translation>另有 %1 个图层未列出。</translation>
    </message>
    <message>
        <source>The part of the program that reads files is missing: %1. Install the program again.</source>
        <translation>缺少程序中负责读取文件的部分：%1。请重新安装程序。</translation>
    </message>
    <message>
        <source>The part of the program that reads files could not be started: %1</source>
        <translation>程序中负责读取文件的部分无法启动：%1</translation>
    </message>
    <message>
        <source>The encoding %1 is not known.</source>
        <translation>未知编码 %1。</translation>
    </message>
    <message>
        <source>The encoding %1 was guessed. Choose another one if the text is garbled.</source>
        <translation>编码 %1 为推测；如有乱码请另选。</translation>
    </message>
    <message>
        <source>There is no layer %1.</source>
        <translation>没有图层 %1。</translation>
    </message>
    <message>
        <source>%1 has no shapes.</source>
        <translation>%1 没有图形。</translation>
    </message>
    <message>
        <source>The layer %1 has more than %2 vertices.</source>
        <translation>图层 %1 的顶点超过 %2 个。</translation>
    </message>
    <message>
        <source>The layer %1 has more than %2 shapes.</source>
        <translation>图层 %1 的图形超过 %2 个。</translation>
    </message>
    <message>
        <source>Only a part of the layer %1 is shown.</source>
        <translation>图层 %1 只显示了一部分。</translation>
    </message>
    <message>
        <source>The layer %1 is in %2, for which no exact transformation is known: it may be off by tens of metres.</source>
        <translation>图层 %1 采用 %2，没有精确转换，可能相差数十米。</translation>
    </message>
    <message>
        <source>The feature is no longer in %1.</source>
        <translation>该要素已不在 %1 中。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 (rows: %2)</source>
        <translation>%1（%2 行）</translation>
    </message>
    <message>
        <source>The picture %1 is large and has no overviews: it is slow when seen from afar.</source>
        <translation>图像 %1 很大且没有金字塔，小比例尺下显示较慢。</translation>
    </message>
    <message>
        <source>The picture %1 cannot be read.</source>
        <translation>图像 %1 无法读取。</translation>
    </message>
    <message>
        <source>The picture %1 holds no image.</source>
        <translation>图像 %1 没有内容。</translation>
    </message>
    <message>
        <source>The picture %1 is stored in blocks of %2 MB, too large to be read. Save it in tiles.</source>
        <translation>影像 %1 的分块为 %2 MB，过大而无法读取。请按瓦片方式另存。</translation>
    </message>
    <message>
        <source>The style cannot be read at %1.</source>
        <translation>样式在 %1 处无法读取。</translation>
    </message>
    <message>
        <source>%1 has no rows.</source>
        <translation>%1 没有数据行。</translation>
    </message>
    <message>
        <source>There is no column %1.</source>
        <translation>没有列 %1。</translation>
    </message>
    <message>
        <source>The import needs a column for: %1.</source>
        <translation>导入需要指定这一项的列：%1。</translation>
    </message>
    <message>
        <source>The column assignment %1 cannot be understood.</source>
        <translation>无法理解列的对应关系 %1。</translation>
    </message>
    <message>
        <source>There is no target %1.</source>
        <translation>没有目标项 %1。</translation>
    </message>
    <message>
        <source>The target %1 is assigned twice.</source>
        <translation>目标项 %1 指定了两次。</translation>
    </message>
    <message>
        <source>The time of the report is missing.</source>
        <translation>缺少上报时间。</translation>
    </message>
    <message>
        <source>It was closed before it was reported.</source>
        <translation>结案早于上报。</translation>
    </message>
    <message>
        <source>“%1” is not a quantity.</source>
        <translation>“%1”不是数量。</translation>
    </message>
    <message>
        <source>“%1” is not a time that can be read.</source>
        <translation>“%1”不是可识别的时间。</translation>
    </message>
    <message>
        <source>“%1” is not a day that can be read.</source>
        <translation>“%1”不是可识别的日期。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>末日早于首日。</translation>
    </message>
    <message>
        <source>The times of column %1 can be read in several ways (%2 …). State their format.</source>
        <translation>列 %1 的时间有多种读法（%2 …），请指定格式。</translation>
    </message>
    <message>
        <source>The time format %1 lacks a part of the date.</source>
        <translation>时间格式 %1 缺少日期的一部分。</translation>
    </message>
    <message>
        <source>No time format fits column %1, for instance “%2”. State it.</source>
        <translation>没有时间格式适合列 %1，例如“%2”，请指定。</translation>
    </message>
    <message>
        <source>The time format %1 cannot be understood.</source>
        <translation>无法理解时间格式 %1。</translation>
    </message>
    <message>
        <source>The place is that of area %1.</source>
        <translation>位置取自区域 %1。</translation>
    </message>
    <message>
        <source>There is no area %1 to belong to.</source>
        <translation>没有可隶属的区域 %1。</translation>
    </message>
    <message>
        <source>Several areas have the code %1.</source>
        <translation>多个区域的编码都是 %1。</translation>
    </message>
    <message>
        <source>The row has too few fields.</source>
        <translation>该行字段太少。</translation>
    </message>
    <message>
        <source>The row has too many fields.</source>
        <translation>该行字段太多。</translation>
    </message>
    <message>
        <source>The row has characters that are not valid in the encoding.</source>
        <translation>该行含有编码中无效的字符。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>引号未闭合。</translation>
    </message>
    <message>
        <source>The entry is not an object.</source>
        <translation>该条目不是对象。</translation>
    </message>
    <message>
        <source>The row has a zero byte.</source>
        <translation>该行含有零字节。</translation>
    </message>
    <message>
        <source>The entry is nested too deeply.</source>
        <translation>该条目嵌套过深。</translation>
    </message>
    <message>
        <source>The row is too long.</source>
        <translation>该行过长。</translation>
    </message>
    <message>
        <source>The row cannot be read.</source>
        <translation>该行无法读取。</translation>
    </message>
    <message>
        <source>The row has no shape.</source>
        <translation>该行没有图形。</translation>
    </message>
    <message>
        <source>The row has no code.</source>
        <translation>该行没有编码。</translation>
    </message>
    <message>
        <source>This kind of shape cannot be used.</source>
        <translation>不能使用这种图形。</translation>
    </message>
    <message>
        <source>Nothing is left of the shape after snapping.</source>
        <translation>捕捉后图形消失。</translation>
    </message>
    <message>
        <source>Snapping needs a source in a plane, not in degrees (%1).</source>
        <translation>捕捉需要平面坐标的数据源，不能是经纬度（%1）。</translation>
    </message>
    <message>
        <source>The position has no time.</source>
        <translation>该定位点没有时间。</translation>
    </message>
    <message>
        <source>The position has no coordinates.</source>
        <translation>该定位点没有坐标。</translation>
    </message>
    <message>
        <source>The times of the line are no list that fits it.</source>
        <translation>该线的时间不是与之相符的列表。</translation>
    </message>
    <message>
        <source>The line has another number of vertices (%2) than of times (%1).</source>
        <translation>该线的时间数（%1）与节点数（%2）不一致。</translation>
    </message>
    <message>
        <source>The sentence has no checksum; it may be cut off.</source>
        <translation>该语句没有校验和，可能被截断。</translation>
    </message>
    <message>
        <source>The checksum of the sentence is %1, its characters give %2.</source>
        <translation>该语句的校验和为 %1，而按其字符算得 %2。</translation>
    </message>
    <message>
        <source>The sentence has a right checksum, but no place or time that can be read.</source>
        <translation>该语句校验和正确，但其中的位置或时间无法读取。</translation>
    </message>
    <message>
        <source>%1 has places without times. A track needs the time of each position.</source>
        <translation>%1 只有位置、没有时间。轨迹的每个定位点都要有时间。</translation>
    </message>
    <message>
        <source>%1 has times without places. A track needs longitude and latitude, or points.</source>
        <translation>%1 只有时间、没有位置。轨迹需要经度和纬度，或者点要素。</translation>
    </message>
    <message>
        <source>%1 says times of day, but nowhere the day (no RMC or ZDA sentence).</source>
        <translation>%1 只有钟点，没有任何日期（没有 RMC 或 ZDA 语句）。</translation>
    </message>
    <message>
        <source>%1 holds no positions of a track.</source>
        <translation>%1 中没有轨迹定位点。</translation>
    </message>
    <message>
        <source>%1 has more than %2 positions, or too many tracks. Divide it.</source>
        <translation>%1 的定位点超过 %2 个，或轨迹过多。请将其拆分。</translation>
    </message>
    <message>
        <source>The columns %1 and %2 seem to be exchanged: most rows fit only the other way round.</source>
        <translation>%1 列与 %2 列似乎颠倒了：大多数行只有对调后才合理。</translation>
    </message>
    <message>
        <source>Blank rows, and positions of which the device says that it had none: %1.</source>
        <translation>空行，以及设备自己标明未定位的点：%1。</translation>
    </message>
    <message>
        <source>Waypoints, which belong to no track: %1.</source>
        <translation>不属于任何轨迹的航点：%1。</translation>
    </message>
    <message>
        <source>Planned routes, which nobody has walked yet: %1.</source>
        <translation>只是计划、尚未走过的路线：%1。</translation>
    </message>
    <message>
        <source>Further refused positions that are not listed: %1.</source>
        <translation>另有未逐条列出的不予接受的定位点：%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>余 %1</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>Add category %1</source>
        <translation>添加类别 %1</translation>
    </message>
    <message>
        <source>Change category %1</source>
        <translation>修改类别 %1</translation>
    </message>
    <message>
        <source>Change the working calendar</source>
        <translation>修改工作日历</translation>
    </message>
    <message>
        <source>Add source %1</source>
        <translation>添加来源 %1</translation>
    </message>
    <message>
        <source>Change source %1</source>
        <translation>修改来源 %1</translation>
    </message>
    <message>
        <source>Move source %1</source>
        <translation>移动来源 %1</translation>
    </message>
    <message>
        <source>Add organisation %1</source>
        <translation>添加单位 %1</translation>
    </message>
    <message>
        <source>Change organisation %1</source>
        <translation>修改单位 %1</translation>
    </message>
    <message>
        <source>Add person %1</source>
        <translation>添加人员 %1</translation>
    </message>
    <message>
        <source>Change person %1</source>
        <translation>修改人员 %1</translation>
    </message>
    <message>
        <source>Add duty of %1 for %2</source>
        <translation>添加 %1 对 %2 的责任</translation>
    </message>
    <message>
        <source>Change duty of %1 for %2</source>
        <translation>修改 %1 对 %2 的责任</translation>
    </message>
    <message>
        <source>Remove duty of %1 for %2</source>
        <translation>删除 %1 对 %2 的责任</translation>
    </message>
    <message>
        <source>Change the pattern of case numbers to %1</source>
        <translation>案件编号规则改为 %1</translation>
    </message>
    <message>
        <source>Add area %1</source>
        <translation>添加区域 %1</translation>
    </message>
    <message>
        <source>Change area %1</source>
        <translation>修改区域 %1</translation>
    </message>
    <message>
        <source>End area %1 with %2</source>
        <translation>区域 %1 终止于 %2</translation>
    </message>
    <message>
        <source>“%1” is neither holiday nor workday.</source>
        <translation>“%1”既不是节假日也不是调休上班日。</translation>
    </message>
    <message>
        <source>Bring the file from schema %1 to schema %2</source>
        <translation>文件由结构版本 %1 升级到 %2</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of the program (schema %2). This version can show it for reading only.</source>
        <translation>%1 由更新版本的程序写入（结构版本 %2），本版本只能以只读方式查看。</translation>
    </message>
    <message>
        <source>%1 was written by an older version of the program (schema %2). It has to be brought to schema %3 before it can be changed; a backup is made first.</source>
        <translation>%1 由旧版本的程序写入（结构版本 %2），升级到结构版本 %3 后才能修改；升级前会先做备份。</translation>
    </message>
    <message>
        <source>%1 was written by an older version of the program (schema %2) and is shown for reading. It can be changed once it is brought to schema %3.</source>
        <translation>%1 由旧版本的程序写入（结构版本 %2），现以只读方式显示；升级到结构版本 %3 后即可修改。</translation>
    </message>
    <message>
        <source>%1 is damaged. Continue with a backup.</source>
        <translation>%1 已损坏，请改用备份继续工作。</translation>
    </message>
    <message>
        <source>Another program has written this file since %1. What it changed is not in the journal.</source>
        <translation>%1 之后有其他程序写过此文件，其所作改动不在操作日志中。</translation>
    </message>
    <message>
        <source>There is no room for the backup %1: it needs %2 bytes and %3 are free. Free some space, or move the district.</source>
        <translation>备份 %1 空间不足：需要 %2 字节，可用 %3 字节。请清理磁盘空间，或将辖区文件移到别处。</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>文件已损坏：%1。</translation>
    </message>
    <message>
        <source>“%1” is not finished. Wait until it is, or cancel it.</source>
        <translation>“%1”尚未完成，请等待，或取消它。</translation>
    </message>
    <message>
        <source>The membership %1 (table area_member) names an area that does not exist.</source>
        <translation>隶属关系 %1（表 area_member）指向不存在的区域。</translation>
    </message>
    <message>
        <source>The duty %1 (table duty) names a person or an area that does not exist.</source>
        <translation>责任 %1（表 duty）指向不存在的人员或区域。</translation>
    </message>
    <message>
        <source>The steps of case %1 (table step) cannot be read: %2</source>
        <translation>案件 %1 的环节（表 step）无法读取：%2</translation>
    </message>
    <message>
        <source>A state (table case_state) belongs to no case (%1).</source>
        <translation>有一条状态（表 case_state）不属于任何案件（%1）。</translation>
    </message>
    <message>
        <source>The step %1 (table step) belongs to no case.</source>
        <translation>环节 %1（表 step）不属于任何案件。</translation>
    </message>
    <message>
        <source>The photo %1 (table photo) belongs to no case.</source>
        <translation>照片 %1（表 photo）不属于任何案件。</translation>
    </message>
    <message>
        <source>The file %2 of the photo “%1” of case %3 is missing.</source>
        <translation>案件 %3 的照片“%1”缺少文件 %2。</translation>
    </message>
    <message>
        <source>… and %1 more of the same kind.</source>
        <translation>……同类问题另有%1项。</translation>
    </message>
    <message>
        <source>Repair rebuilds this.</source>
        <translation>可通过“修复”重建。</translation>
    </message>
    <message>
        <source>It has to come from a backup made before the damage: restore one.</source>
        <translation>须从损坏之前的备份中恢复。</translation>
    </message>
    <message>
        <source>Put the file back into the folder beside the district, from a backup of it.</source>
        <translation>请从备份中把该文件放回辖区旁边的文件夹。</translation>
    </message>
    <message>
        <source>The check of “%1” could not be finished: %2</source>
        <translation>“%1”未能检查完：%2</translation>
    </message>
    <message>
        <source>%1 “%2” is missing in the file.</source>
        <translation>文件中缺少%1“%2”。</translation>
    </message>
    <message>
        <source>%1 “%2” was altered by another program.</source>
        <translation>%1“%2”被其他程序改动过。</translation>
    </message>
    <message>
        <source>The trigger “%1” was added to the table “%2” and would write past the journal.</source>
        <translation>表“%2”被加了触发器“%1”，会绕过操作日志写入。</translation>
    </message>
    <message>
        <source>%1 “%2” was added by another program and does no harm.</source>
        <translation>%1“%2”是其他程序加入的，没有妨碍。</translation>
    </message>
    <message>
        <source>The coordinate system %1 is missing in gpkg_spatial_ref_sys.</source>
        <translation>gpkg_spatial_ref_sys 中缺少坐标系 %1。</translation>
    </message>
    <message>
        <source>The coordinate system %1 in gpkg_spatial_ref_sys was altered.</source>
        <translation>gpkg_spatial_ref_sys 中的坐标系 %1 被改动过。</translation>
    </message>
    <message>
        <source>The layer “%1” is missing in gpkg_contents: other programs do not see it.</source>
        <translation>gpkg_contents 中缺少图层“%1”：其他程序看不到它。</translation>
    </message>
    <message>
        <source>The entry of the layer “%1” in gpkg_contents was altered.</source>
        <translation>gpkg_contents 中图层“%1”的登记被改动过。</translation>
    </message>
    <message>
        <source>gpkg_contents names “%1”, of which there is no table.</source>
        <translation>gpkg_contents 登记了“%1”，但没有这张表。</translation>
    </message>
    <message>
        <source>The extent of the layer “%1” in gpkg_contents leaves out what it holds.</source>
        <translation>gpkg_contents 中图层“%1”的范围没有包住其内容。</translation>
    </message>
    <message>
        <source>The layer “%1” is missing in gpkg_geometry_columns.</source>
        <translation>gpkg_geometry_columns 中缺少图层“%1”。</translation>
    </message>
    <message>
        <source>The entry of the layer “%1” in gpkg_geometry_columns was altered.</source>
        <translation>gpkg_geometry_columns 中图层“%1”的登记被改动过。</translation>
    </message>
    <message>
        <source>gpkg_geometry_columns names “%1”, of which there is no table.</source>
        <translation>gpkg_geometry_columns 登记了“%1”，但没有这张表。</translation>
    </message>
    <message>
        <source>Row %2 of the table “%1” names a row of “%3” that does not exist.</source>
        <translation>表“%1”第%2行指向“%3”中不存在的行。</translation>
    </message>
    <message>
        <source>The succession %1 (table area_succession) names an area that does not exist.</source>
        <translation>区域沿革 %1（表 area_succession）指向不存在的区域。</translation>
    </message>
    <message>
        <source>The person %1 (table person) belongs to an organisation that does not exist.</source>
        <translation>人员 %1（表 person）所属的单位不存在。</translation>
    </message>
    <message>
        <source>A telephone number (table person_contact) belongs to a person that does not exist (%1).</source>
        <translation>有一个电话（表 person_contact）属于不存在的人员（%1）。</translation>
    </message>
    <message>
        <source>The organisation %1 (table organisation) belongs to one that does not exist.</source>
        <translation>单位 %1（表 organisation）的上级单位不存在。</translation>
    </message>
    <message>
        <source>The time limit %1 (table limit_rule) belongs to a category that does not exist.</source>
        <translation>时限 %1（表 limit_rule）所属的类别不存在。</translation>
    </message>
    <message>
        <source>The category %1 (table category) stands under one that does not exist.</source>
        <translation>类别 %1（表 category）的上级类别不存在。</translation>
    </message>
    <message>
        <source>The case %1 (table case_report) has a category that does not exist.</source>
        <translation>案件 %1（表 case_report）的类别不存在。</translation>
    </message>
    <message>
        <source>The case %1 (table case_report) says it came with an import that is not in the journal.</source>
        <translation>案件 %1（表 case_report）所属的导入不在操作日志中。</translation>
    </message>
    <message>
        <source>The step %1 (table step) says it came with an import that is not in the journal.</source>
        <translation>环节 %1（表 step）所属的导入不在操作日志中。</translation>
    </message>
    <message>
        <source>The category %1 (table category) says it came with an import that is not in the journal.</source>
        <translation>类别 %1（表 category）所属的导入不在操作日志中。</translation>
    </message>
    <message>
        <source>The step %1 (table step) was taken by a person who is not in the register.</source>
        <translation>环节 %1（表 step）的经办人不在人员名册中。</translation>
    </message>
    <message>
        <source>The photo %1 (table photo) belongs to a step that does not exist.</source>
        <translation>照片 %1（表 photo）所属的环节不存在。</translation>
    </message>
    <message>
        <source>Journal entry %1 takes back one that does not exist.</source>
        <translation>操作日志第%1条所撤销的条目不存在。</translation>
    </message>
    <message>
        <source>The counter of case numbers %1 stands at %2, but number %3 was given out.</source>
        <translation>案件编号计数 %1 为 %2，但已经发出过第 %3 号。</translation>
    </message>
    <message>
        <source>Records were made by desk %1, which the file does not know (table desk).</source>
        <translation>有记录来自席位 %1，但文件中没有该席位（表 desk）。</translation>
    </message>
    <message>
        <source>Desk %1 (table desk) has given out more ids than it remembers.</source>
        <translation>席位 %1（表 desk）记下的最后标识小于已经发出的标识。</translation>
    </message>
    <message>
        <source>There is a desk with the impossible number %1 (table desk).</source>
        <translation>席位编号 %1 不可能存在（表 desk）。</translation>
    </message>
    <message>
        <source>The table %1 has a row with the impossible id %2.</source>
        <translation>表 %1 中有一行的标识 %2 不可能存在。</translation>
    </message>
    <message>
        <source>The shape of area %1 %2 (table area): %3</source>
        <translation>区域 %1 %2 的图形（表 area）：%3</translation>
    </message>
    <message>
        <source>The area %1 (table area) is of the unknown kind “%2”.</source>
        <translation>区域 %1（表 area）的类型“%2”未知。</translation>
    </message>
    <message>
        <source>its header is not that of a GeoPackage geometry.</source>
        <translation>文件头不是 GeoPackage 几何的文件头。</translation>
    </message>
    <message>
        <source>it is in another coordinate system than CGCS2000.</source>
        <translation>坐标系不是 CGCS2000。</translation>
    </message>
    <message>
        <source>its envelope does not fit.</source>
        <translation>外包矩形与图形不符。</translation>
    </message>
    <message>
        <source>a ring is not closed.</source>
        <translation>有环没有闭合。</translation>
    </message>
    <message>
        <source>a ring has fewer than four points.</source>
        <translation>有环的点数少于四个。</translation>
    </message>
    <message>
        <source>a vertex is not on the earth.</source>
        <translation>有顶点不在地球上。</translation>
    </message>
    <message>
        <source>The state of case %1 is missing (table case_state).</source>
        <translation>缺少案件 %1 的状态（表 case_state）。</translation>
    </message>
    <message>
        <source>The case %1 has no steps (table step).</source>
        <translation>案件 %1 没有任何环节（表 step）。</translation>
    </message>
    <message>
        <source>There is no kind of step %1.</source>
        <translation>没有编号为 %1 的环节。</translation>
    </message>
    <message>
        <source>The photo “%1” of case %3 is not the one that was added: the file %2 was altered.</source>
        <translation>案件 %3 的照片“%1”已不是原来的照片：文件 %2 被改动过。</translation>
    </message>
    <message>
        <source>The photo “%1” of case %3 names an impossible file (%2).</source>
        <translation>案件 %3 的照片“%1”指向不可能的文件（%2）。</translation>
    </message>
    <message>
        <source>The photo “%1” of case %2 has no small picture.</source>
        <translation>案件 %2 的照片“%1”没有缩略图。</translation>
    </message>
    <message>
        <source>The file %1 beside the district belongs to no case at present; it may belong to something undone.</source>
        <translation>辖区旁的文件 %1 目前不属于任何案件，可能属于已撤销的操作。</translation>
    </message>
    <message>
        <source>The indexes were made anew.</source>
        <translation>已重建索引。</translation>
    </message>
    <message>
        <source>The trigger “%1” was removed.</source>
        <translation>已删除触发器“%1”。</translation>
    </message>
    <message>
        <source>%1 “%2” was made anew.</source>
        <translation>已重建%1“%2”。</translation>
    </message>
    <message>
        <source>The mark %1 was set.</source>
        <translation>已设置文件标记 %1。</translation>
    </message>
    <message>
        <source>The entry of “%1” for other programs was set right.</source>
        <translation>已更正供其他程序使用的登记“%1”。</translation>
    </message>
    <message>
        <source>States derived again from their steps: %1.</source>
        <translation>已按环节重新推算状态：%1件。</translation>
    </message>
    <message>
        <source>%1 cases are missing in the index of words and cannot be found by their texts.</source>
        <translation>%1件案件未编入文字索引，按描述或地址搜索时找不到。</translation>
    </message>
    <message>
        <source>The index of words was made anew.</source>
        <translation>已重建文字索引。</translation>
    </message>
    <message>
        <source>The counter %1 was set to %2.</source>
        <translation>计数 %1 已设为 %2。</translation>
    </message>
    <message>
        <source>What desk %1 has given out was set right.</source>
        <translation>已更正席位 %1 的最后标识。</translation>
    </message>
    <message>
        <source>Small pictures made: %1.</source>
        <translation>已生成缩略图：%1张。</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>没有需要修复的内容。</translation>
    </message>
    <message>
        <source>Repair the district</source>
        <translation>修复辖区</translation>
    </message>
    <message>
        <source>Make missing small pictures of photos</source>
        <translation>生成缺少的照片缩略图</translation>
    </message>
    <message>
        <source>The font %1 is not installed; without it the report cannot be set. Install it.</source>
        <translation>没有安装字体 %1，无法排版报告。请先安装。</translation>
    </message>
    <message>
        <source>Faces that official documents are set in are not installed (%1); %2 is used in their place.</source>
        <translation>未安装公文规定的字体（%1），以 %2 代替。</translation>
    </message>
    <message>
        <source>An official document is written into a .pdf or an .odt file, its tables into an .xlsx file, not into %1.</source>
        <translation>公文写入 .pdf 或 .odt 文件，其中的表格可写入 .xlsx 文件，不能写入 %1。</translation>
    </message>
    <message>
        <source>The document is too large for its kind of file.</source>
        <translation>文档过大，无法写成此类文件。</translation>
    </message>
    <message>
        <source>There is no area to report on. Import or draw grids, or choose areas.</source>
        <translation>没有可出报告的区域。请导入或绘制网格，或选择区域。</translation>
    </message>
    <message>
        <source>The period ends (%2) before it begins (%1).</source>
        <translation>统计期的结束日（%2）早于开始日（%1）。</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Check that it is on and connected.</source>
        <translation>打印机没有接收页面。请检查是否开机并已连接。</translation>
    </message>
    <message>
        <source>The folder for backups %1 cannot be made or written. Check that you may write there.</source>
        <translation>无法建立或写入备份文件夹 %1。请检查该位置的写入权限。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>The district seems to be in use by %1 on %2 since %3. On a network share this cannot be known for sure: if nobody has it open there, remove %4 and try again.</source>
        <translation>辖区似乎自 %3 起由 %1 在 %2 上使用。文件在网络共享上，无法确知：如果那边没有人打开，请删除 %4 后重试。</translation>
    </message>
    <message>
        <source>%1 lies on a network share (%2) and is opened for reading only: locks cannot be relied on there, and two people writing at once would damage it. Copy it to this computer to work with it.</source>
        <translation>%1 位于网络共享（%2）上，只能以只读方式打开：那里的文件锁不可靠，两人同时写入会损坏文件。请复制到本机后再办理业务。</translation>
    </message>
    <message>
        <source>The medium with %1 can only be read. The district is opened for reading only; save a copy to a place where you may write, for instance Documents, to work with it.</source>
        <translation>%1 所在的介质只能读取，辖区以只读方式打开。如需办理业务，请另存一份到可写的位置，例如“文档”文件夹。</translation>
    </message>
    <message>
        <source>You may not write in the folder %1. The district is opened for reading only; save a copy to a place where you may write, for instance Documents, to work with it.</source>
        <translation>您没有文件夹 %1 的写入权限，辖区以只读方式打开。如需办理业务，请另存一份到可写的位置，例如“文档”文件夹。</translation>
    </message>
    <message>
        <source>You may not write the file %1. The district is opened for reading only; ask for the right to write it, or save a copy to work with it.</source>
        <translation>您没有文件 %1 的写入权限，辖区以只读方式打开。请申请写入权限，或另存一份后办理业务。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a district file (.gpkg).</source>
        <translation>%1 是文件夹，请选择辖区文件（.gpkg）。</translation>
    </message>
    <message>
        <source>The file %1 is empty: it holds no district.</source>
        <translation>文件 %1 是空的，其中没有辖区。</translation>
    </message>
    <message>
        <source>%1 is a SQLite database of another program and not a district.</source>
        <translation>%1 是其他程序的 SQLite 数据库，不是辖区文件。</translation>
    </message>
    <message>
        <source>%1 is a GeoPackage but not a district. Open a district and add it as a layer, or import from it.</source>
        <translation>%1 是 GeoPackage，但不是辖区文件。可以打开辖区后把它添加为图层，或从中导入。</translation>
    </message>
    <message>
        <source>%1 is damaged: it was cut off after %2 of %3, perhaps while it was copied. Continue with a backup.</source>
        <translation>%1 已损坏：应有 %3，只剩 %2，可能是复制时中断。请改用备份继续工作。</translation>
    </message>
    <message>
        <source>Another program has %1 open for writing (%2). Close it there, then do it again; nothing was changed.</source>
        <translation>其他程序正以可写方式打开 %1（%2）。请在那边关闭后再操作一次；本次没有改动任何内容。</translation>
    </message>
    <message>
        <source>It was not saved: another program is reading or writing %1 and did not end. Close it there, then do it again.</source>
        <translation>未能保存：其他程序一直在读写 %1。请在那边关闭后再操作一次。</translation>
    </message>
    <message>
        <source>It was not saved: another program is reading or writing %1 and did not end: %2. Close it there, then do it again.</source>
        <translation>未能保存：其他程序一直在读写 %1（%2）。请在那边关闭后再操作一次。</translation>
    </message>
    <message>
        <source>A change to %1 was interrupted, and this place does not allow to take it back. Copy the file together with the one ending in -journal to a place where you may write, and open it there.</source>
        <translation>对 %1 的一次改动被中断，而此处不能写入，无法撤回。请把该文件连同以 -journal 结尾的文件一起复制到可写的位置再打开。</translation>
    </message>
    <message>
        <source>The program ended in the middle of a change (%1 on %2). The file was brought back to the last complete change; everything that was saved is there.</source>
        <translation>程序上次在改动途中意外结束（%1，%2）。文件已恢复到最后一次完整的改动，已保存的内容都在。</translation>
    </message>
    <message>
        <source>The program ended during “%1” (%2 on %3, %4). Nothing of it was kept: the district is as it was before.</source>
        <translation>程序上次在“%1”途中意外结束（%2，%3，%4）。该操作的内容均未保留，辖区与操作前一样。</translation>
    </message>
    <message>
        <source>The program ended just after “%1” (%2 on %3, %4). It had been saved completely.</source>
        <translation>程序上次刚完成“%1”即意外结束（%2，%3，%4）。该操作已完整保存。</translation>
    </message>
    <message>
        <source>The program ended without closing the district (%1 on %2). Everything that was saved is there.</source>
        <translation>程序上次未关闭辖区即结束（%1，%2）。已保存的内容都在。</translation>
    </message>
    <message>
        <source>Another program, such as QGIS, left settings of its own in this file. They are set right with the next change; saved styles stay.</source>
        <translation>其他程序（如 QGIS）在此文件中留下了自己的设置，下次改动时会自动整理；已保存的样式保留。</translation>
    </message>
    <message>
        <source>Another program, such as QGIS, left this file in its own mode of writing. It is set right with the next change; saved styles stay.</source>
        <translation>其他程序（如 QGIS）把此文件留在它自己的写入方式（WAL），下次改动时会自动整理；已保存的样式保留。</translation>
    </message>
    <message>
        <source>Set right what another program left in the file</source>
        <translation>整理其他程序在文件中的遗留</translation>
    </message>
    <message>
        <source>Damaged: %1 (%2)</source>
        <translation>已损坏：%1（%2）</translation>
    </message>
    <message>
        <source>Damaged pages outside of the records: %1</source>
        <translation>记录以外的页面已损坏：%1</translation>
    </message>
    <message>
        <source>Nothing of %1 can be read any more.</source>
        <translation>%1 的内容已完全无法读取。</translation>
    </message>
    <message>
        <source>Several areas have the code %1. Name the kind as well: KIND:CODE.</source>
        <translation>有多个区域的编号为 %1，请同时给出类型：类型:编号。</translation>
    </message>
    <message>
        <source>There is no kind of area %1.</source>
        <translation>没有区域类型 %1。</translation>
    </message>
    <message>
        <source>There is no case with the number %1.</source>
        <translation>没有编号为 %1 的案件。</translation>
    </message>
    <message>
        <source>Fill the demo district with cases</source>
        <translation>在示例辖区中填入案件</translation>
    </message>
    <message>
        <source>Fill the demo district with people and duties</source>
        <translation>在示例辖区中填入人员和责任</translation>
    </message>
    <message>
        <source>“%1” is not an extent. Give W,S,E,N in degrees.</source>
        <translation>“%1”不是范围。请以度给出“西,南,东,北”。</translation>
    </message>
    <message>
        <source>“%1” is not a place. Give LON,LAT.</source>
        <translation>“%1”不是位置。请给出“经度,纬度”。</translation>
    </message>
    <message>
        <source>There is no organisation and no person %1.</source>
        <translation>没有单位或人员 %1。</translation>
    </message>
    <message>
        <source>“%1” is not a size. Give WIDTHxHEIGHT in pixels.</source>
        <translation>“%1”不是尺寸。请以像素给出“宽x高”。</translation>
    </message>
    <message>
        <source>There is no source %1.</source>
        <translation>没有来源 %1。</translation>
    </message>
    <message>
        <source>There is no state %1.</source>
        <translation>没有状态 %1。</translation>
    </message>
    <message>
        <source>There is no step %1.</source>
        <translation>没有环节 %1。</translation>
    </message>
    <message>
        <source>Figures cannot be grouped by %1.</source>
        <translation>不能按 %1 汇总。</translation>
    </message>
    <message>
        <source>Figures can be grouped by two things at most (%1).</source>
        <translation>最多按两项汇总（%1）。</translation>
    </message>
    <message>
        <source>There are no areas of the chosen kind on this day, hence no ground to look for hot spots on. Choose another kind.</source>
        <translation>这一天没有所选类型的区域，无从查找热点。请选择其他类型。</translation>
    </message>
    <message>
        <source>Only %1 squares have cases; hot spots cannot be told from chance with fewer than %2. Choose more cases or smaller squares.</source>
        <translation>只有 %1 个方格内有案件，少于 %2 个时无法区分热点与偶然。请选择更多案件或更小的方格。</translation>
    </message>
    <message>
        <source>A square and those near it have %1 cases on average; hot spots cannot be told from chance with fewer than %2. Choose more cases, a wider band or larger squares.</source>
        <translation>每个方格连同邻近方格平均只有 %1 件案件，少于 %2 件时无法区分热点与偶然。请选择更多案件、更大的邻域半径或更大的方格。</translation>
    </message>
    <message>
        <source>The squares are too small for this district and this band. Choose larger ones.</source>
        <translation>方格相对于本辖区和邻域半径过小。请选择更大的方格。</translation>
    </message>
    <message>
        <source>Change the reporter of %1</source>
        <translation>修改 %1 的上报人</translation>
    </message>
    <message>
        <source>Change how long reporters are kept</source>
        <translation>修改个人信息保存期限</translation>
    </message>
    <message>
        <source>Protect personal data (key %1)</source>
        <translation>保护个人信息（密钥 %1）</translation>
    </message>
    <message>
        <source>Unseal personal data</source>
        <translation>解锁查看个人信息</translation>
    </message>
    <message>
        <source>Look at the reporter of %1</source>
        <translation>查看 %1 的上报人</translation>
    </message>
    <message>
        <source>Export %1 cases with reporters</source>
        <translation>导出 %1 件案件（含上报人）</translation>
    </message>
    <message>
        <source>Change the passphrase of the personal data</source>
        <translation>更改个人信息口令</translation>
    </message>
    <message>
        <source>Set a new passphrase with the recovery code</source>
        <translation>用恢复码设置新口令</translation>
    </message>
    <message>
        <source>Erase the reporter of %1 for good</source>
        <translation>永久删除 %1 的上报人信息</translation>
    </message>
    <message>
        <source>Erase reporters past their time: %1</source>
        <translation>删除已过保存期限的上报人信息：%1 件</translation>
    </message>
    <message>
        <source>The personal data are protected already.</source>
        <translation>个人信息已受保护。</translation>
    </message>
    <message>
        <source>The personal data are not protected yet.</source>
        <translation>个人信息尚未保护。</translation>
    </message>
    <message>
        <source>That is not the passphrase. Try again, or use the recovery code.</source>
        <translation>口令不正确。请重试，或使用恢复码。</translation>
    </message>
    <message>
        <source>A passphrase needs at least %1 characters.</source>
        <translation>口令至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>No passphrase was given.</source>
        <translation>未输入口令。</translation>
    </message>
    <message>
        <source>The two entries differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>The code has %2 characters; %1 were typed.</source>
        <translation>恢复码有 %2 个字符，已输入 %1 个。</translation>
    </message>
    <message>
        <source>Group %1 of the code has a slip.</source>
        <translation>恢复码第 %1 组有误。</translation>
    </message>
    <message>
        <source>This is the code of another district, or of an earlier protection.</source>
        <translation>这是其他辖区或以前的恢复码。</translation>
    </message>
    <message>
        <source>A sealed record cannot be opened with this key.</source>
        <translation>有一条加密记录无法用此密钥打开。</translation>
    </message>
    <message>
        <source>The keys of the personal data are damaged. Continue with a backup.</source>
        <translation>个人信息的密钥已损坏。请改用备份。</translation>
    </message>
    <message>
        <source>Too little free memory: %1 MB are needed for a moment.</source>
        <translation>可用内存不足：暂时需要 %1 MB。</translation>
    </message>
    <message>
        <source>The recorded change of journal entry %1 is missing, and no erasure names it.</source>
        <translation>操作日志第 %1 条的变更内容缺失，且没有对应的删除记录。</translation>
    </message>
    <message>
        <source>The list of what erasure %1 erased was altered afterwards.</source>
        <translation>第 %1 条删除记录的清单事后被改动。</translation>
    </message>
    <message>
        <source>%1 is neither a verb nor a file. The verbs are listed by: gridwarden --help</source>
        <translation>“%1”既不是命令，也不是文件。查看全部命令：gridwarden --help</translation>
    </message>
    <message>
        <source>A reporter belongs to no case (%1).</source>
        <translation>有一条上报人信息不属于任何案件（%1）。</translation>
    </message>
    <message>
        <source>A reporter is not sealed although the personal data are protected (%1).</source>
        <translation>个人信息已受保护，但有一条上报人信息未加密（%1）。</translation>
    </message>
    <message>
        <source>Keep %1 backups within %2 % of the free space</source>
        <translation>保留 %1 份备份，占用不超过可用空间的 %2 %</translation>
    </message>
    <message>
        <source>Restore the backup %1</source>
        <translation>恢复备份 %1</translation>
    </message>
    <message>
        <source>There is no good backup in %1.</source>
        <translation>%1 中没有完好的备份。</translation>
    </message>
    <message>
        <source>What was there before is kept as %1.</source>
        <translation>恢复前的文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The backup of the day could not be made, and the work goes on without it. %1</source>
        <translation>当日备份未能完成，工作可继续进行。%1</translation>
    </message>
    <message>
        <source>%1 cannot be read as an archive (%2). Fetch or copy it again.</source>
        <translation>%1 无法作为归档包读取（%2）。请重新获取或复制。</translation>
    </message>
    <message>
        <source>The archive %1 could not be written. Check the folder and the free space.</source>
        <translation>归档包 %1 无法写入。请检查文件夹和可用空间。</translation>
    </message>
    <message>
        <source>%1 is not the archive of a district.</source>
        <translation>%1 不是辖区归档包。</translation>
    </message>
    <message>
        <source>The archive holds %1, which does not belong in the archive of a district. Nothing was unpacked.</source>
        <translation>归档包中含有不属于辖区归档包的内容 %1。未解出任何文件。</translation>
    </message>
    <message>
        <source>The archive names a file %1 that it may not name. Nothing was unpacked.</source>
        <translation>归档包中的文件名 %1 不允许使用。未解出任何文件。</translation>
    </message>
    <message>
        <source>%1 in the archive is not what the archive says it is. Nothing was unpacked; fetch or copy the archive again.</source>
        <translation>归档包中的 %1 与清单不符。未解出任何文件，请重新获取或复制归档包。</translation>
    </message>
    <message>
        <source>%1 is missing in the archive. Nothing was unpacked; fetch or copy the archive again.</source>
        <translation>归档包中缺少 %1。未解出任何文件，请重新获取或复制归档包。</translation>
    </message>
    <message>
        <source>%1 claims to hold hundreds of times its own size. Nothing was unpacked.</source>
        <translation>%1 声称的内容是其自身大小的数百倍，未解出任何文件。</translation>
    </message>
    <message>
        <source>Not packed, because it is no file of the district: %1</source>
        <translation>未打包，不是辖区的文件：%1</translation>
    </message>
    <message>
        <source>The photo %1 was altered since it was added; it is packed as it is.</source>
        <translation>照片 %1 加入后被改动过，已按现状打包。</translation>
    </message>
    <message>
        <source>The kernel of this computer has no Landlock: the process that reads files of others can read whatever you can read.</source>
        <translation>本机内核没有 Landlock：读取外来文件的进程可以读到您能读到的一切。</translation>
    </message>
    <message>
        <source>The kernel of this computer has no system call filter: the process that reads files of others can open connections and start programs.</source>
        <translation>本机内核没有系统调用过滤：读取外来文件的进程可以建立网络连接、启动程序。</translation>
    </message>
    <message>
        <source>%1 is no option. The verbs and options are listed by: gridwarden --help</source>
        <translation>没有 %1 这个选项。命令与选项见：gridwarden --help</translation>
    </message>
    <message>
        <source>Shapes of the layer %1 that have too many vertices and are shown coarser: %2.</source>
        <translation>图层 %1 中有 %2 个图形顶点过多，已简化显示。</translation>
    </message>
    <message>
        <source>The parameters of the local system cannot be read.</source>
        <translation>无法读取地方坐标系的参数。</translation>
    </message>
    <message>
        <source>A local plane is brought into another plane; %1 is in degrees.</source>
        <translation>地方平面须转换到另一平面坐标系；%1是经纬度。</translation>
    </message>
    <message>
        <source>At least two control points are needed.</source>
        <translation>至少需要两个控制点。</translation>
    </message>
    <message>
        <source>The control points fall together or are no numbers.</source>
        <translation>控制点重合，或不是数字。</translation>
    </message>
    <message>
        <source>GCJ-02, in %1</source>
        <translation>GCJ-02，投影为%1</translation>
    </message>
    <message>
        <source>BD-09, in %1</source>
        <translation>BD-09，投影为%1</translation>
    </message>
    <message>
        <source>Local plane, brought into %1</source>
        <translation>地方平面坐标，转换到%1</translation>
    </message>
    <message>
        <source>%1 with seven parameters of its own</source>
        <translation>%1，自定七参数</translation>
    </message>
    <message>
        <source>The virtual raster %1 is not opened, because it holds “%2”. Only plain mosaics of files that lie beside it are.</source>
        <translation>未打开虚拟栅格%1：其中含有“%2”。只打开由同一文件夹内文件组成的简单镶嵌。</translation>
    </message>
    <message>
        <source>The overviews of %1 could not be made. Check the free space.</source>
        <translation>无法生成%1的影像金字塔。请检查剩余空间。</translation>
    </message>
    <message>
        <source>The map service %1 has no usable address.</source>
        <translation>地图服务%1没有可用的地址。</translation>
    </message>
    <message>
        <source>The layer %1 of the service cannot be shown.</source>
        <translation>无法显示服务中的图层%1。</translation>
    </message>
    <message>
        <source>What came is no picture.</source>
        <translation>收到的不是图片。</translation>
    </message>
    <message>
        <source>Draw area %1: %2</source>
        <translation>新画区域 %1：%2</translation>
    </message>
    <message>
        <source>Split area %1: %2</source>
        <translation>拆分区域 %1：%2</translation>
    </message>
    <message>
        <source>Merge areas %1: %2</source>
        <translation>合并区域 %1：%2</translation>
    </message>
    <message>
        <source>Move borders of areas %1: %2</source>
        <translation>调整区域边界 %1：%2</translation>
    </message>
    <message>
        <source>Change areas %1: %2</source>
        <translation>变更区域 %1：%2</translation>
    </message>
    <message>
        <source>The line is too short yet: go on clicking.</source>
        <translation>线还太短，请继续单击。</translation>
    </message>
    <message>
        <source>The line crosses or touches itself. Take the last vertices back (Backspace).</source>
        <translation>线与自身相交或重叠。请用退格键撤销最后几个顶点。</translation>
    </message>
    <message>
        <source>The areas here do not fit each other. Check the cover (District, Areas) and put gaps, overlaps and invalid rings right first.</source>
        <translation>此处区域互不吻合。请先在“辖区 › 区域”中检查覆盖，修正缝隙、重叠和无效边界环。</translation>
    </message>
    <message>
        <source>All of this ground belongs to areas already. Choose that the new area takes ground, or draw it elsewhere.</source>
        <translation>这里已全部归属其他区域。请选择“切取相邻区域”，或画在别处。</translation>
    </message>
    <message>
        <source>The line parts no area. Draw it from border to border, or close it to cut an island out.</source>
        <translation>此线没有分开任何区域。请从边界画到边界，或画成闭合线切出内部地块。</translation>
    </message>
    <message>
        <source>Choose at least two areas.</source>
        <translation>请至少选择两个区域。</translation>
    </message>
    <message>
        <source>These areas do not border each other. Choose those between them as well.</source>
        <translation>这些区域不相邻。请把它们之间的区域也选上。</translation>
    </message>
    <message>
        <source>The line does not meet a border twice. Begin on a border and come back to it.</source>
        <translation>此线没有两次接触边界。请从边界上开始，再回到边界。</translation>
    </message>
    <message>
        <source>The ground cut off borders several areas. Select the one that gets it first, or end the line on the same border.</source>
        <translation>切下的地块与多个区域相邻。请先选中接收它的区域，或让线在同一条边界上结束。</translation>
    </message>
    <message>
        <source>There is no vertex of a border.</source>
        <translation>此处没有边界顶点。</translation>
    </message>
    <message>
        <source>There the border would meet another one.</source>
        <translation>那样边界会与另一条边界相交。</translation>
    </message>
    <message>
        <source>This vertex is needed: several borders meet in it, or the area would vanish.</source>
        <translation>此顶点不能删除：多条边界在此交汇，或删除后区域会消失。</translation>
    </message>
    <message>
        <source>Where areas come or go, a first day is needed.</source>
        <translation>有区域新增或终止时必须填写生效日期。</translation>
    </message>
    <message>
        <source>The area %1 begins later. Choose a later day.</source>
        <translation>区域 %1 的起始日期更晚，请选择更晚的日期。</translation>
    </message>
    <message>
        <source>Count %1</source>
        <translation>登记工作记录：%1</translation>
    </message>
    <message>
        <source>Change the activity %1</source>
        <translation>修改工作记录：%1</translation>
    </message>
    <message>
        <source>Remove the activity %1</source>
        <translation>删除工作记录：%1</translation>
    </message>
    <message>
        <source>Confirm the planned %1</source>
        <translation>确认计划工作：%1</translation>
    </message>
    <message>
        <source>Import %1 activities from %2</source>
        <translation>从 %2 导入 %1 条工作记录</translation>
    </message>
    <message>
        <source>Add kind of activity %1</source>
        <translation>新增工作类别 %1</translation>
    </message>
    <message>
        <source>Change kind of activity %1</source>
        <translation>修改工作类别 %1</translation>
    </message>
    <message>
        <source>Move kind of activity %1</source>
        <translation>移动工作类别 %1</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>新增计划工作 %1</translation>
    </message>
    <message>
        <source>Change the plan %1</source>
        <translation>修改计划工作 %1</translation>
    </message>
    <message>
        <source>Remove the plan %1</source>
        <translation>删除计划工作 %1</translation>
    </message>
    <message>
        <source>On which days something comes again cannot be read: %1</source>
        <translation>重复规则无法识别：%1</translation>
    </message>
    <message>
        <source>There is no kind of activity %1. Add it to the list, or choose another one.</source>
        <translation>没有工作类别“%1”。请在类别表中新增，或选择其他类别。</translation>
    </message>
    <message>
        <source>A kind of activity needs a key, a name and a unit.</source>
        <translation>工作类别需要代码、名称和单位。</translation>
    </message>
    <message>
        <source>A plan needs a kind, a unit and the days on which it comes again.</source>
        <translation>计划工作需要类别、单位和重复的日子。</translation>
    </message>
    <message>
        <source>The quantity has to be a number that is not negative.</source>
        <translation>数量应为不小于零的数。</translation>
    </message>
    <message>
        <source>How many? Type the quantity.</source>
        <translation>请填写数量。</translation>
    </message>
    <message>
        <source>The number of people cannot be negative.</source>
        <translation>人次不能为负数。</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>The activity is not there any more.</source>
        <translation>该工作记录已不存在。</translation>
    </message>
    <message>
        <source>The plan is not there any more.</source>
        <translation>该计划工作已不存在。</translation>
    </message>
    <message>
        <source>This is confirmed for that day already.</source>
        <translation>当天已确认过这项计划。</translation>
    </message>
    <message>
        <source>The kind of activity %1 (table activity) is not in the list.</source>
        <translation>工作记录 %1（表 activity）的类别不在类别表中。</translation>
    </message>
    <message>
        <source>Activity %1 (table activity) names a category, a person or an organisation that does not exist.</source>
        <translation>工作记录 %1（表 activity）引用了不存在的类别、人员或单位。</translation>
    </message>
    <message>
        <source>Activity %1 (table activity) ends before it begins.</source>
        <translation>工作记录 %1（表 activity）的结束早于开始。</translation>
    </message>
    <message>
        <source>Plan %1 (table activity_plan) names something that does not exist, or its days cannot be read.</source>
        <translation>计划工作 %1（表 activity_plan）引用了不存在的内容，或其重复规则无法识别。</translation>
    </message>
    <message>
        <source>This row has been imported before.</source>
        <translation>这一行此前已导入。</translation>
    </message>
    <message>
        <source>The table has more than %1 rows; split it.</source>
        <translation>表格超过 %1 行，请分成几个文件。</translation>
    </message>
    <message>
        <source>“%1” is a total of other rows and was left out.</source>
        <translation>“%1”是合计行，未计入。</translation>
    </message>
    <message>
        <source>“%1” is an approximate number; it counts as written.</source>
        <translation>“%1”是约数，按所写数字计入。</translation>
    </message>
    <message>
        <source>The quantity is missing.</source>
        <translation>缺少数量。</translation>
    </message>
    <message>
        <source>“%1” is not a number of people.</source>
        <translation>“%1”不是人次。</translation>
    </message>
    <message>
        <source>The day is missing. Where cells were merged, fill them from above.</source>
        <translation>缺少日期。如单元格合并过，请选择向下填充。</translation>
    </message>
    <message>
        <source>There is no organisation %1.</source>
        <translation>没有单位“%1”。</translation>
    </message>
    <message>
        <source>Save view %1</source>
        <translation>保存视图 %1</translation>
    </message>
    <message>
        <source>Rename view %1 to %2</source>
        <translation>将视图 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Remove view %1</source>
        <translation>删除视图 %1</translation>
    </message>
    <message>
        <source>There is a view %1 already.</source>
        <translation>已有视图 %1。</translation>
    </message>
    <message>
        <source>There is no view %1 any more.</source>
        <translation>视图 %1 已不存在。</translation>
    </message>
    <message>
        <source>This view cannot be used: its part “%1” is of another version of the program, or damaged.</source>
        <translation>此视图无法使用：其中的“%1”来自其他版本的程序，或已损坏。</translation>
    </message>
    <message>
        <source>There is no room for the table in %1: it takes about %2 MB more. Nothing was written.</source>
        <translation>%1 中空间不足，写表格约还需 %2 MB。未写入任何内容。</translation>
    </message>
    <message>
        <source>Change the map&apos;s coordinate system to %1</source>
        <translation>地图坐标系改为 %1</translation>
    </message>
    <message>
        <source>Change the district&apos;s settings</source>
        <translation>修改辖区设置</translation>
    </message>
    <message>
        <source>Set it right in the district&apos;s lists.</source>
        <translation>请在辖区的相应列表中更正。</translation>
    </message>
    <message>
        <source>The file&apos;s mark %1 is %2 instead of %3: other programs may not know it for a GeoPackage.</source>
        <translation>文件标记 %1 为 %2，应为 %3：其他程序可能认不出这是 GeoPackage。</translation>
    </message>
    <message>
        <source>The journal&apos;s list of records (table journal_touch) names entry %1, which does not exist.</source>
        <translation>操作日志的记录清单（表 journal_touch）指向不存在的条目 %1。</translation>
    </message>
    <message>
        <source>The archive&apos;s list of contents cannot be read. Nothing was unpacked.</source>
        <translation>归档包的内容清单无法读取。未解出任何文件。</translation>
    </message>
    <message>
        <source>The service&apos;s description cannot be read: %1</source>
        <translation>无法读取服务描述：%1</translation>
    </message>
    <message>
        <source>The service&apos;s description names no layer that can be shown.</source>
        <translation>服务描述中没有可以显示的图层。</translation>
    </message>
    <message>
        <source>The layer %1 does not say its coordinate system.</source>
        <translation>图层 %1 未说明坐标系。</translation>
    </message>
    <message>
        <source>The layer %1 does not say its coordinate system; it is drawn as if it were in %2.</source>
        <translation>图层 %1 未说明坐标系，暂按 %2 显示。</translation>
    </message>
    <message>
        <source>Of the layer %1 nothing (features: %2) lies where the map has places. Its coordinate system is probably another one: choose it.</source>
        <translation>图层 %1 的 %2 个要素都不在地图能表示的范围内，其坐标系很可能不对，请另行选择。</translation>
    </message>
    <message>
        <source>Shapes of the layer %1 that reach far beyond all others: %2. “Zoom to layer” leaves them aside.</source>
        <translation>图层 %1 中有 %2 个图形远离其余图形，“缩放到图层”不包括它们。</translation>
    </message>
    <message>
        <source>Features of the layer %1 left out because their coordinates are no numbers or lie where the map has no places: %2.</source>
        <translation>图层 %1 中有 %2 个要素的坐标不是数值，或不在地图能表示的范围内，未显示。</translation>
    </message>
    <message>
        <source>Features of the layer %1 left out because they have too few different vertices: %2.</source>
        <translation>图层 %1 中有 %2 个要素的不同顶点过少，未显示。</translation>
    </message>
    <message>
        <source>Rows of the layer %1 without a geometry: %2.</source>
        <translation>图层 %1 中有 %2 条记录没有几何图形。</translation>
    </message>
    <message>
        <source>Features of the layer %1 of which only a part is shown, because the rest has no usable coordinates: %2.</source>
        <translation>图层 %1 中有 %2 个要素只显示了一部分，其余部分没有可用的坐标。</translation>
    </message>
    <message>
        <source>While the layer %1 was read, something in its file failed: features may be missing.</source>
        <translation>读取图层 %1 时文件出错，可能缺少要素。</translation>
    </message>
    <message>
        <source>The picture %1 does not say where it belongs; it is drawn at the origin of the map.</source>
        <translation>图像 %1 未说明所在位置，暂放在地图原点。</translation>
    </message>
    <message>
        <source>The picture %1 gives a place that cannot be: pixels without size, no numbers, or off the earth. It is drawn at the origin of the map.</source>
        <translation>图像 %1 的定位信息不可能成立：像元没有大小、不是数值，或不在地球上。暂放在地图原点。</translation>
    </message>
    <message>
        <source>The picture %1 lies where the map has no places. Its coordinate system is probably another one: choose it.</source>
        <translation>图像 %1 不在地图能表示的范围内，其坐标系很可能不对，请另行选择。</translation>
    </message>
    <message>
        <source>Case %1 is itself a report of this problem, so this one stands for it already.</source>
        <translation>案件 %1 本身就是这一问题的上报，已由本案代表。</translation>
    </message>
    <message>
        <source>Case %1 is void and cannot stand for a problem.</source>
        <translation>案件 %1 已作废，不能代表问题。</translation>
    </message>
    <message>
        <source>%1 further reports are linked to this case. Link them to another one first.</source>
        <translation>有 %1 次上报关联到本案，请先改为关联到其他案件。</translation>
    </message>
    <message>
        <source>%1 handled this case. By the rule of this district, somebody else checks it before it is closed.</source>
        <translation>本案由 %1 处置。按本辖区规定，须由他人核查后才能结案。</translation>
    </message>
    <message>
        <source>There is no method of handling with the key %1.</source>
        <translation>没有键为 %1 的处置方式。</translation>
    </message>
    <message>
        <source>A method of handling needs a key and a name.</source>
        <translation>处置方式须有键和名称。</translation>
    </message>
    <message>
        <source>Add method of handling %1</source>
        <translation>新增处置方式 %1</translation>
    </message>
    <message>
        <source>Edit method of handling %1</source>
        <translation>更改处置方式 %1</translation>
    </message>
    <message>
        <source>Move method of handling %1</source>
        <translation>移动处置方式 %1</translation>
    </message>
    <message>
        <source>%1: %2 cases</source>
        <translation>%1：%2 件</translation>
    </message>
    <message>
        <source>Nobody has urged this case, so there is nothing to reply to.</source>
        <translation>本案未被督办，无需回复。</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>规则 %1：%2</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>On duty in %1: %2</source>
        <translation>%1 在岗：%2</translation>
    </message>
    <message>
        <source>On duty in %1</source>
        <translation>%1 在岗</translation>
    </message>
    <message>
        <source>%2 stands in for %1, who is away</source>
        <translation>%1 不在岗，由 %2 代理</translation>
    </message>
    <message>
        <source>%1 is away</source>
        <translation>%1 不在岗</translation>
    </message>
    <message>
        <source>Rule %1 is passed over: nobody of it is there</source>
        <translation>规则 %1 指定的人员不在岗，跳过</translation>
    </message>
    <message>
        <source>No rule fits, and nobody is on duty there.</source>
        <translation>没有适用的规则，当地也无人在岗。</translation>
    </message>
    <message>
        <source>The case is with %1 already.</source>
        <translation>案件已在 %1 手中。</translation>
    </message>
    <message>
        <source>A rule needs somebody to dispatch to, at least one weekday, and its hours.</source>
        <translation>规则须指定派遣对象、至少一个星期几和时段。</translation>
    </message>
    <message>
        <source>Add rule of dispatch %1</source>
        <translation>新增派遣规则 %1</translation>
    </message>
    <message>
        <source>Change rule of dispatch %1</source>
        <translation>修改派遣规则 %1</translation>
    </message>
    <message>
        <source>Move rule of dispatch %1</source>
        <translation>移动派遣规则 %1</translation>
    </message>
    <message>
        <source>Remove rule of dispatch %1</source>
        <translation>删除派遣规则 %1</translation>
    </message>
    <message>
        <source>Rule of dispatch %1 (table dispatch_rule) names somebody or something that does not exist, or nobody to dispatch to.</source>
        <translation>派遣规则 %1（表 dispatch_rule）所指的人员、单位、类别或区域不存在，或未指定派遣对象。</translation>
    </message>
    <message>
        <source>Add absence of %1 from %2 to %3</source>
        <translation>登记 %1 于 %2 至 %3 不在岗</translation>
    </message>
    <message>
        <source>Change absence of %1 from %2 to %3</source>
        <translation>修改 %1 不在岗：%2 至 %3</translation>
    </message>
    <message>
        <source>Remove absence of %1</source>
        <translation>删除 %1 的不在岗登记</translation>
    </message>
    <message>
        <source>Choose who is away.</source>
        <translation>请选择不在岗的人员。</translation>
    </message>
    <message>
        <source>The last day of the absence is before the first.</source>
        <translation>不在岗的末日早于首日。</translation>
    </message>
    <message>
        <source>Nobody can stand in for themselves.</source>
        <translation>代理人不能是本人。</translation>
    </message>
    <message>
        <source>This person is away from %1 to %2 already. Change that absence.</source>
        <translation>此人在 %1 至 %2 已登记不在岗，请修改该条登记。</translation>
    </message>
    <message>
        <source>Absence %1 (table absence) names a person who does not exist, or ends before it begins.</source>
        <translation>不在岗登记 %1（表 absence）所指人员不存在，或末日早于首日。</translation>
    </message>
    <message>
        <source>A decision about the inbox (row %1 of table inbox_item) is none that there is, or names a case that does not exist.</source>
        <translation>收件箱的一条处理记录（表 inbox_item 第 %1 行）类型不明，或所指案件不存在。</translation>
    </message>
    <message>
        <source>Case %1 is linked with a case that does not exist.</source>
        <translation>案件 %1 关联的案件不存在。</translation>
    </message>
    <message>
        <source>“%1” is no shift. Write name and beginning, for instance “Day 08:30”, and part shifts by semicolons.</source>
        <translation>“%1”不是班次。请写名称和开始时间，如“白班 08:30”，各班以分号隔开。</translation>
    </message>
    <message>
        <source>Two shifts begin at %1. Give each its own beginning.</source>
        <translation>有两个班次都在 %1 开始，请分别设置。</translation>
    </message>
    <message>
        <source>This shift has not begun yet: it begins at %1.</source>
        <translation>该班次尚未开始：%1 开始。</translation>
    </message>
    <message>
        <source>There is no shift %1: a day has %2.</source>
        <translation>没有第 %1 班：一天共 %2 班。</translation>
    </message>
    <message>
        <source>The fields of a source cannot be read: %1.</source>
        <translation>来源的附加字段无法读取：%1。</translation>
    </message>
    <message>
        <source>A field needs a name: %1.</source>
        <translation>附加字段需要名称：%1。</translation>
    </message>
    <message>
        <source>Two fields have the key %1.</source>
        <translation>有两个附加字段的代号都是 %1。</translation>
    </message>
    <message>
        <source>“%1” is one of a list: say what can be chosen.</source>
        <translation>“%1”是单选字段：请填写可选项。</translation>
    </message>
    <message>
        <source>This source has no field %1.</source>
        <translation>该来源没有附加字段 %1。</translation>
    </message>
    <message>
        <source>“%1” has to be filled in.</source>
        <translation>“%1”必须填写。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number.</source>
        <translation>%1：“%2”不是数字。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a day. Write it as 2026-11-21.</source>
        <translation>%1：“%2”不是日期，请写成 2026-11-21 的形式。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a time. Write it as 2026-11-21 09:30.</source>
        <translation>%1：“%2”不是时间，请写成 2026-11-21 09:30 的形式。</translation>
    </message>
    <message>
        <source>%1: “%2” is neither yes nor no.</source>
        <translation>%1：“%2”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be chosen. There are: %3.</source>
        <translation>%1：没有“%2”这一选项，可选：%3。</translation>
    </message>
    <message>
        <source>“%1” is not KEY=VALUE.</source>
        <translation>“%1”不是“代号=值”的形式。</translation>
    </message>
    <message>
        <source>Accept %1 from the inbox</source>
        <translation>受理收件箱中的 %1</translation>
    </message>
    <message>
        <source>Accept %1 proposals from the inbox</source>
        <translation>受理收件箱中的 %1 条</translation>
    </message>
    <message>
        <source>Refuse %1 from the inbox</source>
        <translation>不受理收件箱中的 %1</translation>
    </message>
    <message>
        <source>Refuse %1 proposals from the inbox</source>
        <translation>不受理收件箱中的 %1 条</translation>
    </message>
    <message>
        <source>Watch the folder %1</source>
        <translation>监视文件夹 %1</translation>
    </message>
    <message>
        <source>%1 %2 was decided about already.</source>
        <translation>%1 %2 已经处理过。</translation>
    </message>
    <message>
        <source>Say why nothing becomes of it.</source>
        <translation>请说明不受理的原因。</translation>
    </message>
    <message>
        <source>No proposal that waits begins with %1, or several do. An id has at least six characters.</source>
        <translation>没有以 %1 开头的待处理条目，或者不止一条。编号至少写六位。</translation>
    </message>
    <message>
        <source>The folder %1 is not there yet. Nothing waits.</source>
        <translation>文件夹 %1 还不存在，没有待处理的内容。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Check that it is connected and that you may read it.</source>
        <translation>文件夹 %1 无法读取。请检查它是否已连接、是否有权读取。</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved. Another program may be using it.</source>
        <translation>文件 %1 无法移动，可能有其他程序正在使用。</translation>
    </message>
    <message>
        <source>A link to a file elsewhere; it is left alone. Put the file itself here.</source>
        <translation>这是指向别处的链接，不予处理。请放入文件本身。</translation>
    </message>
    <message>
        <source>A folder; only files that lie here themselves are looked at.</source>
        <translation>这是文件夹；只处理直接放在这里的文件。</translation>
    </message>
    <message>
        <source>Not a file that can be read.</source>
        <translation>不是可以读取的文件。</translation>
    </message>
    <message>
        <source>Its name says that it is still being written. It is looked at again.</source>
        <translation>从文件名看还在写入，稍后再看。</translation>
    </message>
    <message>
        <source>Still being written, it seems. It is looked at again.</source>
        <translation>似乎还在写入，稍后再看。</translation>
    </message>
    <message>
        <source>The file is empty so far. It is looked at again.</source>
        <translation>文件目前是空的，稍后再看。</translation>
    </message>
    <message>
        <source>Not a proposal: files %1 are left alone. Add it to a case instead.</source>
        <translation>不能作为条目：%1 文件不予处理，可以添加到案件中。</translation>
    </message>
    <message>
        <source>Not a proposal: %1 MB is more than the %2 MB that are read here.</source>
        <translation>不能作为条目：%1 MB，超过这里读取的上限 %2 MB。</translation>
    </message>
    <message>
        <source>Not a table of cases: there is no column for a category or a description.</source>
        <translation>不是案件表：没有类别或问题描述的列。</translation>
    </message>
    <message>
        <source>More than %1 rows. Import it with “Import cases”.</source>
        <translation>超过 %1 行，请用“导入案件”导入。</translation>
    </message>
    <message>
        <source>%1 more rows have remarks.</source>
        <translation>另有 %1 行有说明。</translation>
    </message>
    <message>
        <source>Its time is that of the file: %1.</source>
        <translation>时间取自文件：%1。</translation>
    </message>
    <message>
        <source>%1 is empty here; “%2” is what stands above it, as merged cells leave it.</source>
        <translation>此处“%1”为空，按合并单元格取上方的“%2”。</translation>
    </message>
    <message>
        <source>%1: “%2” does not fit the field and was left out.</source>
        <translation>%1：“%2”不符合字段要求，未采用。</translation>
    </message>
    <message>
        <source>It has no place. It can be accepted so, or be given one with “Correct”.</source>
        <translation>没有位置。可以就此受理，也可以用“更正”补上位置。</translation>
    </message>
    <message>
        <source>It says no time: the moment of accepting counts.</source>
        <translation>没有时间，以受理的时刻为准。</translation>
    </message>
    <message>
        <source>It does not say what the matter is: choose a category with “Correct”.</source>
        <translation>没有说明是什么问题：请用“更正”选择类别。</translation>
    </message>
    <message>
        <source>It is closed there already (%1).</source>
        <translation>在来源系统中已经结束（%1）。</translation>
    </message>
    <message>
        <source>What belongs to it lies at %1 and is not fetched.</source>
        <translation>相关文件在 %1，不会自动下载。</translation>
    </message>
    <message>
        <source>The photo %1 is not in the folder.</source>
        <translation>文件夹里没有照片 %1。</translation>
    </message>
    <message>
        <source>It belongs to %1, row %2, and is decided about with it.</source>
        <translation>属于 %1 第 %2 行，随该行一起处理。</translation>
    </message>
    <message>
        <source>It belongs to %1, row %2, which was decided about without it.</source>
        <translation>属于 %1 第 %2 行，但该行处理时还没有这张照片。</translation>
    </message>
    <message>
        <source>An earlier row of the file says exactly the same.</source>
        <translation>文件中前面有一行与此完全相同。</translation>
    </message>
    <message>
        <source>%1 of its proposals stand in %2 as well and are shown there.</source>
        <translation>其中 %1 条在 %2 中也有，只在那里显示。</translation>
    </message>
    <message>
        <source>These are no service requests that can be read (at %1).</source>
        <translation>不是可以读取的服务请求（位置 %1）。</translation>
    </message>
    <message>
        <source>There are more than %1 service requests. Divide the file.</source>
        <translation>服务请求超过 %1 条，请拆分文件。</translation>
    </message>
    <message>
        <source>The XML is damaged or of a kind that is not read (line %1).</source>
        <translation>XML 已损坏或不是可读取的类型（第 %1 行）。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>文件 %1 无法读取。</translation>
    </message>
    <message>
        <source>The file could not be copied to %1. Check the free space.</source>
        <translation>文件无法复制到 %1。请检查剩余空间。</translation>
    </message>
    <message>
        <source>%1 is not what was looked at any more. It is read anew; decide about it then.</source>
        <translation>%1 已不是刚才看到的内容，将重新读取，请届时再处理。</translation>
    </message>
    <message>
        <source>There is no figure %1.</source>
        <translation>没有指标“%1”。</translation>
    </message>
    <message>
        <source>The definition of the figure %1 cannot be used: its part “%2” is missing, not known, or does not fit.</source>
        <translation>指标“%1”的定义不可用：其中“%2”缺失、不认识或不合适。</translation>
    </message>
    <message>
        <source>There are two figures with the key %1.</source>
        <translation>有两个指标使用同一标识 %1。</translation>
    </message>
    <message>
        <source>The figure %1 is made of %2, which there is not.</source>
        <translation>指标“%1”用到的“%2”不存在。</translation>
    </message>
    <message>
        <source>The figure %1 is made of the rate %2; only numbers can be added up or divided.</source>
        <translation>指标“%1”用到了比率“%2”；只有数量可以相加或相除。</translation>
    </message>
    <message>
        <source>The figure %1 is made of itself.</source>
        <translation>指标“%1”引用了它自己。</translation>
    </message>
    <message>
        <source>The figure %1 names %3 (%2), which this district does not have.</source>
        <translation>指标“%1”中的“%3”（%2）在本辖区不存在。</translation>
    </message>
    <message>
        <source>Save the scheme %1</source>
        <translation>保存考核方案“%1”</translation>
    </message>
    <message>
        <source>Remove the scheme %1</source>
        <translation>删除考核方案“%1”</translation>
    </message>
    <message>
        <source>Mark %2 for “%1”</source>
        <translation>为%2的“%1”评分</translation>
    </message>
    <message>
        <source>Remove a mark</source>
        <translation>删除一项评分</translation>
    </message>
    <message>
        <source>Publish the evaluation “%1”</source>
        <translation>发布考核结果“%1”</translation>
    </message>
    <message>
        <source>The scheme %1 cannot be used: its part “%2” is missing, not known, or does not fit.</source>
        <translation>考核方案“%1”不可用：其中“%2”缺失、不认识或不合适。</translation>
    </message>
    <message>
        <source>The weights of the scheme %1 add up to %2 instead of %3.</source>
        <translation>考核方案“%1”的权重合计为%2，应为%3。</translation>
    </message>
    <message>
        <source>The scheme %1 names %3 (%2), which is no figure of this district.</source>
        <translation>考核方案“%1”用到“%3”（%2），本辖区没有这个指标。</translation>
    </message>
    <message>
        <source>The scheme %1 takes %3 (%2) as a rate, and it is a count.</source>
        <translation>考核方案“%1”把“%3”（%2）当作比率，它是计数。</translation>
    </message>
    <message>
        <source>The scheme %1 takes %3 (%2) as a count, and it is a rate.</source>
        <translation>考核方案“%1”把“%3”（%2）当作计数，它是比率。</translation>
    </message>
    <message>
        <source>The scheme %1 evaluates %2, which this district does not have.</source>
        <translation>考核方案“%1”的对象“%2”在本辖区不存在。</translation>
    </message>
    <message>
        <source>There is no scheme %1. The list of schemes says which there are.</source>
        <translation>没有考核方案“%1”，请查看方案列表。</translation>
    </message>
    <message>
        <source>The district has no scheme %1 of its own.</source>
        <translation>本辖区没有自己的考核方案“%1”。</translation>
    </message>
    <message>
        <source>The scheme %1 does not evaluate areas, so that a kind of areas cannot be chosen.</source>
        <translation>考核方案“%1”评价的不是区域，不能选择区域类型。</translation>
    </message>
    <message>
        <source>The scheme %1 has no item %2.</source>
        <translation>考核方案“%1”没有项目“%2”。</translation>
    </message>
    <message>
        <source>The item %2 of the scheme %1 is counted; marks are given for items by hand only.</source>
        <translation>考核方案“%1”的项目“%2”由数据计算，只有人工项目可以评分。</translation>
    </message>
    <message>
        <source>Marks for %1 go from %2 to %3.</source>
        <translation>“%1”的评分范围为%2至%3。</translation>
    </message>
    <message>
        <source>A mark is a number, not %1.</source>
        <translation>评分应为数字，不是“%1”。</translation>
    </message>
    <message>
        <source>A mark for %1 needs somebody whom it is given to.</source>
        <translation>“%1”的评分缺少评价对象。</translation>
    </message>
    <message>
        <source>The mark is not there any more.</source>
        <translation>该项评分已不存在。</translation>
    </message>
    <message>
        <source>%1 cases, fewer than %2: listed and not ranked</source>
        <translation>案件%1件，少于%2件，只列不排</translation>
    </message>
    <message>
        <source>%1 % of the weight has a value, less than %2 %: listed and not ranked</source>
        <translation>有分值的项目占权重%1%，不足%2%，只列不排</translation>
    </message>
    <message>
        <source>This is no published evaluation, or it is damaged: its part “%1”.</source>
        <translation>这不是已发布的考核结果，或已损坏：其中“%1”。</translation>
    </message>
    <message>
        <source>An evaluation is written into a .pdf, .odt, .xlsx, .csv or .json file, not into %1.</source>
        <translation>考核结果可写入 .pdf、.odt、.xlsx、.csv 或 .json 文件，不能写入%1。</translation>
    </message>
    <message>
        <source>There is no publication %1.</source>
        <translation>没有编号为%1的发布。</translation>
    </message>
    <message>
        <source>The publication %1 is no evaluation.</source>
        <translation>发布“%1”不是考核结果。</translation>
    </message>
    <message>
        <source>A publication needs a title.</source>
        <translation>发布需要标题。</translation>
    </message>
    <message>
        <source>Give the period with --from and --to.</source>
        <translation>请用 --from 和 --to 指定统计期间。</translation>
    </message>
    <message>
        <source>The period from %1 to %2 ends before it begins.</source>
        <translation>期间 %1 至 %2 的结束早于开始。</translation>
    </message>
    <message>
        <source>Line %1 of the template names %2, which is no figure of this district.</source>
        <translation>模板第 %1 行的“%2”不是本辖区的指标。</translation>
    </message>
    <message>
        <source>Line %1 of the template adds up rates: {%2}.</source>
        <translation>模板第 %1 行把比率相加：{%2}。</translation>
    </message>
    <message>
        <source>This is no summary that can be verified, or it is damaged: its part “%1”.</source>
        <translation>这不是可核验的总结，或已损坏：“%1”部分。</translation>
    </message>
    <message>
        <source>Line %1 of the template cannot be used at “%2”: %3</source>
        <translation>模板第 %1 行的“%2”无法使用：%3</translation>
    </message>
    <message>
        <source>a brace has no other one.</source>
        <translation>花括号不成对。</translation>
    </message>
    <message>
        <source>no figure is named.</source>
        <translation>没有写指标。</translation>
    </message>
    <message>
        <source>what stands after the bar is no option, or a second unit.</source>
        <translation>竖线后的内容不是选项，或单位重复。</translation>
    </message>
    <message>
        <source>a condition compares a figure with a number: &gt; &lt; &gt;= &lt;= =</source>
        <translation>条件须为指标与数字的比较：&gt; &lt; &gt;= &lt;= =</translation>
    </message>
    <message>
        <source>a part under a condition does not end: {结束}</source>
        <translation>条件部分没有结束：{结束}</translation>
    </message>
    <message>
        <source>no part under a condition begins before it.</source>
        <translation>前面没有条件的开始。</translation>
    </message>
    <message>
        <source>too many parts lie in one another.</source>
        <translation>条件嵌套过深。</translation>
    </message>
    <message>
        <source>A summary is written into a .txt, .json, .pdf, .odt or .xlsx file, not into %1.</source>
        <translation>总结写入 .txt、.json、.pdf、.odt 或 .xlsx 文件，不能写入 %1。</translation>
    </message>
    <message>
        <source>The figure %1 takes the place of one that counts something else. Give it a key of its own.</source>
        <translation>数据 %1 替换的是另一类数据，请另给标识。</translation>
    </message>
    <message>
        <source>Add figure %1</source>
        <translation>新增数据口径 %1</translation>
    </message>
    <message>
        <source>Edit figure %1</source>
        <translation>修改数据口径 %1</translation>
    </message>
    <message>
        <source>Remove own figure %1</source>
        <translation>删除自定数据口径 %1</translation>
    </message>
    <message>
        <source>There is no text %1 for summaries.</source>
        <translation>没有名为 %1 的总结模板。</translation>
    </message>
    <message>
        <source>A text for summaries needs a name.</source>
        <translation>总结模板须有名称。</translation>
    </message>
    <message>
        <source>Save text for summaries %1</source>
        <translation>保存总结模板 %1</translation>
    </message>
    <message>
        <source>Remove own text for summaries %1</source>
        <translation>删除自定总结模板 %1</translation>
    </message>
    <message>
        <source>Publish summary %1</source>
        <translation>发布总结 %1</translation>
    </message>
    <message>
        <source>Full copy of the district to %1, with %2 cases</source>
        <translation>整份拷贝辖区到 %1，含 %2 件案件</translation>
    </message>
    <message>
        <source>The copy %1 does not stand in the history, because the district cannot be written now.</source>
        <translation>拷贝 %1 没有记入操作日志，因为辖区现在不能写入。</translation>
    </message>
    <message>
        <source>There are no rules for handing out called %1, and no such file. Name public, partner or a file.</source>
        <translation>没有名为 %1 的对外提供规则，也没有这个文件。请写 public、partner 或规则文件。</translation>
    </message>
    <message>
        <source>These are no rules for handing out: a JSON object is expected.</source>
        <translation>这不是对外提供规则：应为一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The rules have a member %1 that is not known. It is not passed over, because more would be handed out than was meant.</source>
        <translation>规则中有不认识的成员 %1。不会跳过它，否则提供的内容会多于本意。</translation>
    </message>
    <message>
        <source>The rules do not say %1.</source>
        <translation>规则没有写明 %1。</translation>
    </message>
    <message>
        <source>The rules cannot have %2 for %1.</source>
        <translation>规则中 %1 不能是 %2。</translation>
    </message>
    <message>
        <source>The table has %1 numbers, and at most %2 can be looked through for small ones. Count by fewer things.</source>
        <translation>表中有 %1 个数，最多只能检查 %2 个。请减少分组。</translation>
    </message>
    <message>
        <source>The table has %1 columns, and at most %2 can be written. Name the key with fewer values second.</source>
        <translation>表有 %1 列，最多只能写 %2 列。请把取值较少的分组放在第二位。</translation>
    </message>
    <message>
        <source>These rules do not tell the names of people, so counts by handler are not handed out. Count by organisation.</source>
        <translation>这套规则不公开人员姓名，因此不提供按处置人的统计。请按单位统计。</translation>
    </message>
    <message>
        <source>Cases are handed out as .csv, .xlsx, .geojson or .gpkg, not as %1.</source>
        <translation>案件可提供为 .csv、.xlsx、.geojson 或 .gpkg，不能是 %1。</translation>
    </message>
    <message>
        <source>Counts are handed out as .csv or .xlsx, not as %1.</source>
        <translation>统计数可提供为 .csv 或 .xlsx，不能是 %1。</translation>
    </message>
    <message>
        <source>From the district %1, by the rules “%2”.</source>
        <translation>来自辖区“%1”，按规则“%2”提供。</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>截至 %1。</translation>
    </message>
    <message>
        <source>State of the district's history: %1</source>
        <translation>操作日志的状态：%1</translation>
    </message>
    <message>
        <source>Cases: %1.</source>
        <translation>案件：%1 件。</translation>
    </message>
    <message>
        <source>Cases that were counted: %1.</source>
        <translation>统计的案件：%1 件。</translation>
    </message>
    <message>
        <source>Names and telephone numbers of reporters are left out. Cases that have them: %1.</source>
        <translation>未提供：%1 件案件的举报人姓名和电话。</translation>
    </message>
    <message>
        <source>Identity numbers masked in texts: %1.</source>
        <translation>文字中已遮盖：身份证号 %1 处。</translation>
    </message>
    <message>
        <source>Mobile numbers masked in texts: %1.</source>
        <translation>文字中已遮盖：手机号 %1 处。</translation>
    </message>
    <message>
        <source>Other telephone numbers masked in texts: %1.</source>
        <translation>文字中已遮盖：其他电话号码 %1 处。</translation>
    </message>
    <message>
        <source>Number plates masked in texts: %1.</source>
        <translation>文字中已遮盖：车牌号 %1 处。</translation>
    </message>
    <message>
        <source>E-mail addresses masked in texts: %1.</source>
        <translation>文字中已遮盖：电子邮箱 %1 处。</translation>
    </message>
    <message>
        <source>Names of people the district knows, masked in texts: %1.</source>
        <translation>文字中已遮盖：辖区登记过的人名 %1 处。</translation>
    </message>
    <message>
        <source>House numbers masked in texts: %1.</source>
        <translation>文字中已遮盖：门牌号 %1 处。</translation>
    </message>
    <message>
        <source>Nothing had to be masked in texts.</source>
        <translation>文字中没有需要遮盖的内容。</translation>
    </message>
    <message>
        <source>Descriptions left out: %1.</source>
        <translation>未提供：问题描述 %1 条。</translation>
    </message>
    <message>
        <source>Addresses left out: %1.</source>
        <translation>未提供：地址 %1 条。</translation>
    </message>
    <message>
        <source>Sealed reporters, whose names were not looked for in texts: %1.</source>
        <translation>有 %1 位举报人已封存，因此没有在文字中查找他们的姓名。</translation>
    </message>
    <message>
        <source>Names that stand on no list, numbers spelt in words and what a description tells otherwise are not found by the program. Read the texts before they are published.</source>
        <translation>名单上没有的人名、用汉字写出的号码以及描述中的其他线索，程序找不到。公开前请通读文字。</translation>
    </message>
    <message>
        <source>The bureau's people are told by name. Cases that name one: %1.</source>
        <translation>本单位人员写明姓名，共 %1 件。</translation>
    </message>
    <message>
        <source>The bureau's people are told by their codes and not by name. Cases that have one: %1.</source>
        <translation>本单位人员只写编号，不写姓名，共 %1 件。</translation>
    </message>
    <message>
        <source>The bureau's people are told by their roles and not by name. Cases that have one: %1.</source>
        <translation>本单位人员只写岗位，不写姓名，共 %1 件。</translation>
    </message>
    <message>
        <source>The bureau's people are left out, their organisation is told. Cases that have one: %1.</source>
        <translation>本单位人员未提供，只写单位，共 %1 件。</translation>
    </message>
    <message>
        <source>Places made coarser, to the middle of a square of %2 m: %1.</source>
        <translation>位置已粗化到边长 %2 米的方格中心：%1 处。</translation>
    </message>
    <message>
        <source>Places made coarser, to the middle of the grid: %1.</source>
        <translation>位置已粗化到责任网格中心：%1 处。</translation>
    </message>
    <message>
        <source>Places left out: %1.</source>
        <translation>未提供：位置 %1 处。</translation>
    </message>
    <message>
        <source>Places told exactly: %1.</source>
        <translation>位置按原样提供：%1 处。</translation>
    </message>
    <message>
        <source>Times are told as days.</source>
        <translation>时间只写到日。</translation>
    </message>
    <message>
        <source>Times are told to the minute.</source>
        <translation>时间写到分钟。</translation>
    </message>
    <message>
        <source>Photos, written anew without what a camera wrote into them: %1. What they show was not looked at.</source>
        <translation>照片 %1 张，已重新写出，不含相机写入的信息。照片内容未经检查。</translation>
    </message>
    <message>
        <source>Photos left out: %1.</source>
        <translation>未提供：照片 %1 张。</translation>
    </message>
    <message>
        <source>Papers left out: %1.</source>
        <translation>未提供：附件文件 %1 份。</translation>
    </message>
    <message>
        <source>All numbers are told, small ones too.</source>
        <translation>所有数都如实写出，包括小数字。</translation>
    </message>
    <message>
        <source>Numbers told as &lt;%2 because they are smaller: %1. Withheld (■), so that these cannot be worked out from the totals: %3.</source>
        <translation>因小于 %2 而写作 &lt;%2 的数有 %1 个；另隐去 %3 个（■），使小数字不能由合计推算出来。</translation>
    </message>
    <message>
        <source>This holds for this table alone: together with other tables of the same cases more can be worked out.</source>
        <translation>以上只对本表成立：与同一批案件的其他表对照，可能推算出更多。</translation>
    </message>
    <message>
        <source>A guard post needs a name beside its place.</source>
        <translation>守点除位置外还须有名称。</translation>
    </message>
    <message>
        <source>A certificate needs a kind.</source>
        <translation>证件须有种类。</translation>
    </message>
    <message>
        <source>The certificate “%1” would end before it starts.</source>
        <translation>证件“%1”的截止日早于起始日。</translation>
    </message>
    <message>
        <source>The certificate %1 (table person_certificate) names a person who does not exist, or ends before it begins.</source>
        <translation>证件 %1（表 person_certificate）指向不存在的人员，或截止早于起始。</translation>
    </message>
    <message>
        <source>The rules of duties cannot be read at “%1”.</source>
        <translation>五定规则在“%1”处无法读取。</translation>
    </message>
    <message>
        <source>Import %1 tracks from %2</source>
        <translation>从 %2 导入 %1 条轨迹</translation>
    </message>
    <message>
        <source>Change how often roads have to be passed</source>
        <translation>更改道路巡查次数要求</translation>
    </message>
    <message>
        <source>The district has no roads with a line to match tracks to. Import them first, as areas of the kind road.</source>
        <translation>辖区没有带中心线的路段，轨迹无法匹配。请先把道路作为“路段”类区域导入。</translation>
    </message>
    <message>
        <source>How often roads have to be passed cannot be read at “%1”: a grade and how many times a day, such as arterial=4.</source>
        <translation>巡查次数要求在“%1”处无法读取：应为等级和每日次数，例如 arterial=4。</translation>
    </message>
    <message>
        <source>A track of the district is damaged. A backup brings it back.</source>
        <translation>辖区中有一条轨迹已损坏，可从备份恢复。</translation>
    </message>
    <message>
        <source>The district&apos;s own scheme %1 cannot be read (its part “%2”), and nothing can be ranked: take back from the history what changed it, or remove it (gridwarden evaluate --remove-scheme %1).</source>
        <translation>本辖区自己的考核方案“%1”无法读取（其中“%2”），因此不能排名：请在操作记录中撤销对它的改动，或删除该方案（gridwarden evaluate --remove-scheme %1）。</translation>
    </message>
    <message>
        <source>The mark %1 counts for nothing: the scheme %2 it was given by is not there any more. Take the scheme back from the history, or remove the mark (gridwarden evaluate --remove-mark %1).</source>
        <translation>评分 %1 不再计入：所属考核方案“%2”已不存在。请在操作记录中恢复该方案，或删除该评分（gridwarden evaluate --remove-mark %1）。</translation>
    </message>
    <message>
        <source>The mark %1 counts for nothing: the scheme %2 does not have the item %3 by hand any more. Add the item again, or remove the mark (gridwarden evaluate --remove-mark %1).</source>
        <translation>评分 %1 不再计入：考核方案“%2”已没有人工项目“%3”。请重新加入该项目，或删除该评分（gridwarden evaluate --remove-mark %1）。</translation>
    </message>
    <message>
        <source>The mark %1 of the scheme %2 was given to somebody who is not in the lists any more: it counts for nothing. Remove it (gridwarden evaluate --remove-mark %1).</source>
        <translation>考核方案“%2”的评分 %1 的对象已不在名册中，不再计入。请删除该评分（gridwarden evaluate --remove-mark %1）。</translation>
    </message>
    <message>
        <source>What was published as “%2” (number %1) cannot be read any more: its part “%3”. Nothing else depends on it.</source>
        <translation>已发布的“%2”（编号 %1）无法读取：其中“%3”。其他数据不受影响。</translation>
    </message>
    <message>
        <source>The publication “%1” is of the unknown kind “%2”.</source>
        <translation>发布“%1”的类型“%2”不认识。</translation>
    </message>
    <message>
        <source>From %1 to %2 nothing is wrong with the duties.</source>
        <translation>%1至%2五定无问题。</translation>
    </message>
    <message>
        <source>“%1” are no days of the week. Write them as 1-5 or Mon-Fri.</source>
        <translation>“%1”不是星期。请写作 1-5 或周一至周五。</translation>
    </message>
    <message>
        <source>“%1” is no time of day. Write it as 08:00; the end of the day is 24:00.</source>
        <translation>“%1”不是时刻。请写作 08:00；一日之末为 24:00。</translation>
    </message>
    <message>
        <source>Several people are called %1. Give the code of the person.</source>
        <translation>有多人名为“%1”。请给出人员编号。</translation>
    </message>
    <message>
        <source>This duty is there already.</source>
        <translation>已有这条五定。</translation>
    </message>
    <message>
        <source>The table has no column “%1” (%2).</source>
        <translation>表中没有“%1”列（%2）。</translation>
    </message>
    <message>
        <source>Choose at least one weekday.</source>
        <translation>至少选择一天。</translation>
    </message>
    <message>
        <source>“%1” are no hours to be covered. Write them as 1-5 07:00-19:00.</source>
        <translation>“%1”不是应有人在岗的时段。请写作 1-5 07:00-19:00。</translation>
    </message>
    <message>
        <source>“%1” says no certificate of a role. Write it as role: certificate.</source>
        <translation>“%1”没有写明角色的证件。请写作 角色：证件。</translation>
    </message>
    <message>
        <source>Import %1 duties from %2</source>
        <translation>从 %2 导入五定 %1 条</translation>
    </message>
    <message>
        <source>Change the rules of duties</source>
        <translation>更改五定规则</translation>
    </message>
    <message>
        <source>Copy the duties of the week of %1 to that of %2</source>
        <translation>将 %1 一周的五定复制到 %2 一周</translation>
    </message>
</context>
<context>
    <name>PaperSaving</name>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n page(s).</source>
        <translation>
            <numerusform>已保存，共 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Document to edit (*.odt);;Its tables (*.xlsx)</source>
        <translation>PDF（*.pdf）;;可编辑文档（*.odt）;;仅表格（*.xlsx）</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>PersonalDataWindow</name>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Erase what is due …</source>
        <translation>删除到期信息…</translation>
    </message>
    <message>
        <source>Names and telephone numbers of reporters</source>
        <translation>上报人的姓名和电话</translation>
    </message>
    <message>
        <source>Protect …</source>
        <translation>保护…</translation>
    </message>
    <message>
        <source>Change the passphrase …</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>How long they are kept after a case has ended</source>
        <translation>案件办结后的保存期限</translation>
    </message>
    <message>
        <source>Past their time they are erased for good each day, from the history and the backups as well. The law asks for the shortest time that the purpose allows; nothing is erased until a number of days is set here.</source>
        <translation>到期的信息每天自动永久删除，操作日志和备份中的也一并删除。法律要求保存期限为实现处理目的所必要的最短时间；在此填写天数之前不会删除任何信息。</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>不删除</translation>
    </message>
    <message>
        <source>All sources, days</source>
        <translation>全部来源（天）</translation>
    </message>
    <message>
        <source>as all</source>
        <translation>同全部来源</translation>
    </message>
    <message>
        <source>Not protected yet: everybody who has the file can read them.</source>
        <translation>尚未保护：拿到文件的人都能看到。</translation>
    </message>
    <message>
        <source>Sealed. They can be entered, but read only with the passphrase.</source>
        <translation>已加密。可以录入，查看需要口令。</translation>
    </message>
    <message>
        <source>Open in this window for a quarter of an hour.</source>
        <translation>已在本窗口解锁，十五分钟后自动锁定。</translation>
    </message>
    <message>
        <source>Seal again</source>
        <translation>重新锁定</translation>
    </message>
    <message>
        <source>Show …</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期的信息。</translation>
    </message>
    <message numerus="yes">
        <source>Erase the reporters of %n case(s) for good? This cannot be undone.</source>
        <translation>
            <numerusform>永久删除 %n 件案件的上报人信息？此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Erasing personal data</source>
        <translation>正在删除个人信息</translation>
    </message>
    <message>
        <source>Looking for personal data past their time</source>
        <translation>正在查找超过保存期限的个人信息</translation>
    </message>
</context>
<context>
    <name>PrintMap</name>
    <message>
        <source>Print map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>窗口所见范围</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>The page could not be written. Check the folder or the printer.</source>
        <translation>页面无法输出。请检查文件夹或打印机。</translation>
    </message>
    <message>
        <source>%1 cases shown · %2</source>
        <translation>显示 %1 件案件 · %2</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Printing the map</source>
        <translation>正在打印地图</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Gridwarden</source>
        <translation>网格督导</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>without a word</source>
        <translation>没有说明</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>ReceiverWords</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>SourceFieldText</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>交 %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>与 %1</translation>
    </message>
    <message>
        <source>a case that is gone</source>
        <translation>已不存在的案件</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Reply to the urging</source>
        <translation>督办回复</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1：已撤回</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AbsenceEditor</name>
    <message>
        <source>Absences</source>
        <translation>不在岗登记</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add who is away: meanwhile their cases are dispatched to the substitute.</source>
        <translation>登记不在岗人员：期间其案件派给代理人。</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Without a substitute, the next rule or the next person on duty is looked for.</source>
        <translation>没有代理人时，看下一条规则或下一位在岗责任人。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Hand over cases …</source>
        <translation>移交案件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Choose a person of the list.</source>
        <translation>请选择列表中的人员。</translation>
    </message>
    <message>
        <source>Give the first and the last day.</source>
        <translation>请填写首日和末日。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivityForm</name>
    <message>
        <source>Show the place on the map (Alt+M)</source>
        <translation>在地图上标出地点 (Alt+M)</translation>
    </message>
    <message>
        <source>Without a place on the map</source>
        <translation>不标地图地点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>文字描述</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>人员或单位</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>实施</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Count work</source>
        <translation>登记工作记录</translation>
    </message>
    <message>
        <source>Confirm what was planned</source>
        <translation>确认计划工作</translation>
    </message>
    <message>
        <source>Change what was counted</source>
        <translation>修改工作记录</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>outside of every grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message>
        <source>Choose what was done first: type a few letters.</source>
        <translation>请先选择工作类别：输入几个字母即可。</translation>
    </message>
    <message>
        <source>How many? Type the quantity.</source>
        <translation>请填写数量。</translation>
    </message>
    <message>
        <source>The quantity is not a number.</source>
        <translation>数量不是数字。</translation>
    </message>
    <message>
        <source>The number of people is not a whole number.</source>
        <translation>人次应为整数。</translation>
    </message>
    <message>
        <source>Nobody of the lists is called “%1”.</source>
        <translation>人员和单位中没有“%1”。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivityImportDialog</name>
    <message>
        <source>Kind of work</source>
        <translation>工作类别</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Day, or the first one</source>
        <translation>日期或起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Place in words</source>
        <translation>地点描述</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Code of the grid</source>
        <translation>网格编号</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Empty cells are those of the row above (merged cells)</source>
        <translation>空单元格沿用上一行（合并单元格）</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Place and people</source>
        <translation>地点与实施</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Import activities from %1</source>
        <translation>从 %1 导入工作记录</translation>
    </message>
    <message>
        <source>For instance</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>To be counted</source>
        <translation>将登记</translation>
    </message>
    <message>
        <source>Refused and noted</source>
        <translation>拒绝与提示</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Say in the table above which column has the day, and which one has the kinds of work or the number of one kind.</source>
        <translation>请在上表中指明哪一列是日期，哪一列是工作类别，或哪些列是某类工作的数量。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Number of: %1</source>
        <translation>数量：%1</translation>
    </message>
    <message>
        <source>%1 rows give %2 activities. Refused: %3. Left out: %4, of these totals: %5.</source>
        <translation>%1 行得到 %2 条工作记录。拒绝 %3 行，略过 %4 行，其中合计 %5 行。</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>拒绝：%1</translation>
    </message>
    <message>
        <source>Refused and noted (%1)</source>
        <translation>拒绝与提示 (%1)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>%1 activities were imported, %2 rows refused. Undo takes them back.</source>
        <translation>已导入 %1 条工作记录，拒绝 %2 行。可撤销。</translation>
    </message>
    <message>
        <source>Import activities</source>
        <translation>导入工作记录</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivityKindEditor</name>
    <message>
        <source>Kinds of activities</source>
        <translation>工作类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Choose a kind, or add one: what your bureau reports.</source>
        <translation>选择一个类别，或新增贵局需要上报的类别。</translation>
    </message>
    <message>
        <source>People are counted with it</source>
        <translation>同时统计人次</translation>
    </message>
    <message>
        <source>Offered when work is counted</source>
        <translation>登记时可选</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>The key stays with what was counted, so it is given once. Short Latin words are best.</source>
        <translation>代码随记录保存，一经确定不再更改，宜用简短的拉丁字母。</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Words under which tables name it, with commas. Imports and the search know them.</source>
        <translation>表格中的其他叫法，用逗号分隔；导入和查找时可识别。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>案件类别</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>There already is a kind with the key %1.</source>
        <translation>已有代码为 %1 的类别。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivityLabels</name>
    <message>
        <source>%1 · %2 people</source>
        <translation>%1 · %2 人次</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivityPanel</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Nothing counted on this day. Type a few letters above, or import a table.</source>
        <translation>当天尚无工作记录。可在上方输入几个字母登记，或导入表格。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>It was done as planned (Enter)</source>
        <translation>已按计划完成 (Enter)</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Change it (Enter)</source>
        <translation>修改 (Enter)</translation>
    </message>
    <message>
        <source>Take it out (Delete)</source>
        <translation>删除 (Delete)</translation>
    </message>
    <message>
        <source>how many?</source>
        <translation>数量待填</translation>
    </message>
    <message>
        <source>Planned for this day</source>
        <translation>当天计划</translation>
    </message>
    <message>
        <source>Counted on this day: %1</source>
        <translation>当天记录：%1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Work of the period</source>
        <translation>所选时段的工作</translation>
    </message>
    <message>
        <source>Work of the day</source>
        <translation>当日工作</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CertificateList</name>
    <message>
        <source>Add a certificate</source>
        <translation>添加证件</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>一直有效</translation>
    </message>
    <message>
        <source>open</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Remove this certificate</source>
        <translation>删除此证件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DutyDialog</name>
    <message>
        <source>In this week only</source>
        <translation>仅本周</translation>
    </message>
    <message>
        <source>Add duty</source>
        <translation>添加五定</translation>
    </message>
    <message>
        <source>Change duty</source>
        <translation>更改五定</translation>
    </message>
    <message>
        <source>On all its days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>With these days and weekdays there is nothing of it in this week.</source>
        <translation>按所填日期和星期，本周没有这条五定。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DutyForm</name>
    <message>
        <source>since ever</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>open</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>the whole area</source>
        <translation>整个区域</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Guard post</source>
        <translation>守点</translation>
    </message>
    <message>
        <source>Place of the post</source>
        <translation>守点位置</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>An end that is not after the start means into the next day.</source>
        <translation>结束不晚于开始，表示到次日。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DutyRulesDialog</name>
    <message>
        <source>Rules of duties</source>
        <translation>五定规则</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Hours to be covered</source>
        <translation>应有人在岗的时段</translation>
    </message>
    <message>
        <source>One in a line: 1-5 07:00-19:00 for every area; with a code behind, for that area; with a guard post behind it, for that post.</source>
        <translation>一行一个：1-5 07:00-19:00 适用于所有区域；后加区域代码，只适用于该区域；再加守点名称，只适用于该守点。</translation>
    </message>
    <message>
        <source>Longest shift</source>
        <translation>最长连续在岗</translation>
    </message>
    <message>
        <source>Longest week</source>
        <translation>一周最长在岗</translation>
    </message>
    <message>
        <source>Areas in one round</source>
        <translation>一条巡查线的区域数</translation>
    </message>
    <message>
        <source>Duties of one person with the same responsibility and hours are one round through their areas.</source>
        <translation>同一人同职责、同时段的几条五定，算作一条巡查线。</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>One in a line, role: certificate.</source>
        <translation>一行一个，角色：证件。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DutyWeekWindow</name>
    <message>
        <source>Add …</source>
        <translation>添加 …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>更改 …</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>删除 …</translation>
    </message>
    <message>
        <source>Duty week</source>
        <translation>五定周表</translation>
    </message>
    <message>
        <source>%1 nobody is on duty   %2 something is wrong with this duty: see the list</source>
        <translation>%1 无人在岗   %2 该五定有问题，见右侧列表</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Area or person</source>
        <translation>区域或人员</translation>
    </message>
    <message>
        <source>Copy to the next week</source>
        <translation>复制到下周</translation>
    </message>
    <message>
        <source>Rules …</source>
        <translation>规则 …</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入 …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Brings to the week after what is not there yet</source>
        <translation>把下周还没有的安排复制过去</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Nothing is wrong in this week.</source>
        <translation>本周五定无问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in this week</source>
        <translation>
            <numerusform>本周 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a cell to see and change its duties.</source>
        <translation>选择一格，查看和更改其中的五定。</translation>
    </message>
    <message>
        <source>Nobody on duty at some hour of the week</source>
        <translation>本周有时段无人在岗</translation>
    </message>
    <message>
        <source>Remove this duty?</source>
        <translation>删除这条五定？</translation>
    </message>
    <message>
        <source>It may be taken out of this day or this week only; what it was before stays in the other weeks.</source>
        <translation>可只从这一天或这一周中去掉，其他各周保持不变。</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>仅这一天</translation>
    </message>
    <message>
        <source>In this week</source>
        <translation>仅本周</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All of it was there already.</source>
        <translation>下周已有全部安排。</translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies) came over.</source>
        <translation>
            <numerusform>复制了 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HandoutDialog</name>
    <message>
        <source>For outside, without personal data</source>
        <translation>对外提供（不含个人信息）</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>位置(&amp;P)</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>as the rules say</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>the middle of a square of</source>
        <translation>方格中心，边长</translation>
    </message>
    <message>
        <source>the middle of the grid</source>
        <translation>责任网格中心</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不提供</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>原样</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>Rules for handing out</source>
        <translation>对外提供规则</translation>
    </message>
    <message>
        <source>Rules (*.json)</source>
        <translation>规则 (*.json)</translation>
    </message>
    <message>
        <source>Counting what will be taken out …</source>
        <translation>正在统计将去掉的内容…</translation>
    </message>
    <message>
        <source>Counting what is handed out</source>
        <translation>统计对外提供的内容</translation>
    </message>
    <message>
        <source>Counting was cancelled; what is taken out is said afterwards.</source>
        <translation>统计已取消；去掉的内容会在事后说明。</translation>
    </message>
    <message>
        <source>The cases of the filter. This will be in the account beside the file:</source>
        <translation>筛选出的案件。以下说明会与文件放在一起：</translation>
    </message>
    <message>
        <source>Hand out the cases shown</source>
        <translation>对外提供所示案件</translation>
    </message>
    <message>
        <source>cases for outside.xlsx</source>
        <translation>对外提供案件.xlsx</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx);;Text tables (*.csv);;GeoJSON (*.geojson);;GeoPackages (*.gpkg)</source>
        <translation>工作簿 (*.xlsx);;文本表格 (*.csv);;GeoJSON (*.geojson);;GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) handed out to %1. The file beside it says what was taken out.</source>
        <translation>
            <numerusform>已将 %n 件案件对外提供到 %1。旁边的文件说明了去掉的内容。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PeriodStepper</name>
    <message>
        <source>The period before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>下一时段</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Half-year</source>
        <translation>半年</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivityPlanEditor</name>
    <message>
        <source>last</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>day %1 of the month</source>
        <translation>每月 %1 日</translation>
    </message>
    <message>
        <source>Planned activities</source>
        <translation>计划工作</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>实施</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Choose a plan, or add one: what comes again each week or month. On its days it is offered to be confirmed.</source>
        <translation>选择一项计划，或新增每周、每月重复的工作。到日时会提示确认。</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>open</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>asked for each time</source>
        <translation>每次填写</translation>
    </message>
    <message>
        <source>that of the kind</source>
        <translation>同类别</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>for instance 1, 15, last</source>
        <translation>如 1, 15, 末日</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>每月日期</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The quantity is not a number.</source>
        <translation>数量不是数字。</translation>
    </message>
    <message>
        <source>The number of people is not a whole number.</source>
        <translation>人次应为整数。</translation>
    </message>
    <message>
        <source>Give the days of the month as 1, 15, last.</source>
        <translation>请按“1, 15, 末日”填写每月日期。</translation>
    </message>
    <message>
        <source>Choose weekdays or days of the month.</source>
        <translation>请选择星期或每月日期。</translation>
    </message>
    <message>
        <source>Choose what is done.</source>
        <translation>请选择工作类别。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ActivitySums</name>
    <message>
        <source>without an organisation</source>
        <translation>未注明单位</translation>
    </message>
    <message>
        <source>without a person</source>
        <translation>未注明人员</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>工作记录</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>工作类别</translation>
    </message>
    <message>
        <source>Enter or a double click shows an entry on its day</source>
        <translation>按回车或双击，可在当日列表中查看该记录</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The sums with their headings, for a spreadsheet (Ctrl+C)</source>
        <translation>复制汇总表（含表头），可粘贴到电子表格 (Ctrl+C)</translation>
    </message>
    <message>
        <source>The sums as a workbook or a text table</source>
        <translation>将汇总表导出为工作簿或文本表格</translation>
    </message>
    <message>
        <source>Nothing was counted in this period.</source>
        <translation>该时段没有工作记录。</translation>
    </message>
    <message>
        <source>All: %1 entries</source>
        <translation>合计：%1 条</translation>
    </message>
    <message>
        <source>All: %1 entries, %2 people</source>
        <translation>合计：%1 条，%2 人次</translation>
    </message>
    <message>
        <source>Entries behind it: %1</source>
        <translation>对应记录：%1 条</translation>
    </message>
    <message>
        <source>Entries behind it: %1; the first %2 are listed</source>
        <translation>对应记录：%1 条，列出前 %2 条</translation>
    </message>
    <message>
        <source>Export the sums</source>
        <translation>导出汇总表</translation>
    </message>
    <message>
        <source>activities.xlsx</source>
        <translation>工作汇总.xlsx</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx);;Text tables (*.csv)</source>
        <translation>工作簿 (*.xlsx);;文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>The sums were written to %1.</source>
        <translation>汇总表已写入 %1。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaEditBar</name>
    <message>
        <source>Which areas are edited</source>
        <translation>编辑哪一类区域</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Draw a border anew: what one area loses the other gets</source>
        <translation>重画边界：一侧减少的就是另一侧增加的</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Drag vertices of borders: both sides move</source>
        <translation>拖动边界顶点：两侧同时移动</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Split areas along a line</source>
        <translation>沿线拆分区域</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Make one area of several</source>
        <translation>将几个区域合并为一个</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>新画</translation>
    </message>
    <message>
        <source>Draw a new area</source>
        <translation>新画一个区域</translation>
    </message>
    <message>
        <source>takes ground</source>
        <translation>切取相邻区域</translation>
    </message>
    <message>
        <source>fills gaps</source>
        <translation>只填空白</translation>
    </message>
    <message>
        <source>Snap to borders and street lines (S; Alt while held turns it round)</source>
        <translation>捕捉边界和道路线（S 键开关；按住 Alt 临时反转）</translation>
    </message>
    <message>
        <source>Confirm …</source>
        <translation>确认…</translation>
    </message>
    <message>
        <source>Day and reason, then it is saved (Enter)</source>
        <translation>填写日期和原因后保存（回车）</translation>
    </message>
    <message>
        <source>Stop editing areas</source>
        <translation>结束区域编辑</translation>
    </message>
    <message numerus="yes">
        <source>Cases of the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天案件</numerusform>
        </translation>
    </message>
    <message>
        <source>New area %1</source>
        <translation>新区域 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>Streets km</source>
        <translation>道路 km</translation>
    </message>
    <message>
        <source>What an edit does to the load of each area is shown here.</source>
        <translation>编辑对各区域工作量的影响显示在这里。</translation>
    </message>
    <message>
        <source>Where there are areas already: the new one takes their ground, or only what is nobody&apos;s</source>
        <translation>与已有区域重叠时：从已有区域中切出，或只占尚无归属的地块</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaEditor</name>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>Choose an area. Areas come from a layer: import them.</source>
        <translation>请选择区域。区域来自图层：请导入区域。</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>不限起始</translation>
    </message>
    <message>
        <source>still valid</source>
        <translation>至今有效</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add without shape</source>
        <translation>添加无图形的区域</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>A larger area</source>
        <translation>上级区域</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>End this area</source>
        <translation>终止此区域</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>End the area</source>
        <translation>终止区域</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>后继区域</translation>
    </message>
    <message>
        <source>Its cases stay with it. It is no longer offered or counted after that day.</source>
        <translation>原有案件仍归它；此后不再提供选择，也不再计数。</translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Choose the larger area from the list.</source>
        <translation>请从列表中选择上级区域。</translation>
    </message>
    <message>
        <source>Save or discard what you entered first.</source>
        <translation>请先保存或放弃填写的内容。</translation>
    </message>
    <message>
        <source>Give the last day.</source>
        <translation>请填写末日。</translation>
    </message>
    <message>
        <source>Choose the area that follows from the list.</source>
        <translation>请从列表中选择后继区域。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2 起）</translation>
    </message>
    <message>
        <source>Came from %1</source>
        <translation>来自：%1</translation>
    </message>
    <message>
        <source>Became %1</source>
        <translation>后继：%1</translation>
    </message>
    <message>
        <source>Road grade</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaImportWindow</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import areas</source>
        <translation>导入区域</translation>
    </message>
    <message>
        <source>A layer of polygons: shapefile, GeoPackage, GeoJSON, DXF …</source>
        <translation>多边形图层：Shapefile、GeoPackage、GeoJSON、DXF…</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>of any kind</source>
        <translation>任意类型</translation>
    </message>
    <message>
        <source>leave as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>A column with the day, or a day for all: 2026-01-01</source>
        <translation>日期所在列，或统一日期：2026-01-01</translation>
    </message>
    <message>
        <source>Other than the file says: choose one, or type EPSG:n</source>
        <translation>与文件所述不同时：选择，或输入 EPSG:n</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Kind of area</source>
        <translation>区域类型</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>which is</source>
        <translation>其类型为</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Snap borders within metres</source>
        <translation>边界捕捉容差（米）</translation>
    </message>
    <message>
        <source>Layer with areas</source>
        <translation>含区域的图层</translation>
    </message>
    <message>
        <source>Layers (*.shp *.gpkg *.geojson *.json *.kml *.dxf *.gdb *.tab *.mif *.zip);;All files (*)</source>
        <translation>图层 (*.shp *.gpkg *.geojson *.json *.kml *.dxf *.gdb *.tab *.mif *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>（请选择）</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>不限起始</translation>
    </message>
    <message>
        <source>still valid</source>
        <translation>至今有效</translation>
    </message>
    <message>
        <source>As the file says: %1</source>
        <translation>按文件所述：%1</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>按文件所述</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>识别为：%1</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Importing areas from %1</source>
        <translation>正在从 %1 导入区域</translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个区域。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) refused, see below.</source>
        <translation>
            <numerusform>%n 行未导入，见下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vertex(es) snapped.</source>
        <translation>
            <numerusform>捕捉了 %n 个顶点。</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Grade (roads)</source>
        <translation>等级（道路）</translation>
    </message>
    <message>
        <source>How strictly a road is kept; patrols are asked for by it</source>
        <translation>道路管控等级，按它要求巡查次数</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaLoads</name>
    <message>
        <source>Counting cases by area</source>
        <translation>按区域统计案件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaPanel</name>
    <message>
        <source>No areas yet. Import your grids from a shapefile, GeoPackage or other layer.</source>
        <translation>还没有区域。请从 Shapefile、GeoPackage 或其他图层导入网格。</translation>
    </message>
    <message>
        <source>Import areas …</source>
        <translation>导入区域…</translation>
    </message>
    <message>
        <source>Zoom to area</source>
        <translation>缩放到区域</translation>
    </message>
    <message>
        <source>Only its cases</source>
        <translation>只看其中案件</translation>
    </message>
    <message>
        <source>Report (PDF) …</source>
        <translation>报表 PDF…</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaRevisionDialog</name>
    <message>
        <source>New borders from this day on</source>
        <translation>新边界自此日起生效</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Correction: they had been drawn wrongly all along</source>
        <translation>更正：原边界一直画错，全程按新边界</translation>
    </message>
    <message>
        <source>Save the new borders</source>
        <translation>保存新边界</translation>
    </message>
    <message>
        <source>Borders adjusted</source>
        <translation>边界调整</translation>
    </message>
    <message>
        <source>Workload balanced</source>
        <translation>工作量均衡</translation>
    </message>
    <message>
        <source>Street built or closed</source>
        <translation>道路新建或封闭</translation>
    </message>
    <message>
        <source>Administrative border changed</source>
        <translation>行政界线变更</translation>
    </message>
    <message>
        <source>Drawing corrected</source>
        <translation>更正绘制错误</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Other ground: %1</source>
        <translation>范围变化：%1</translation>
    </message>
    <message>
        <source>Ends: %1</source>
        <translation>终止：%1</translation>
    </message>
    <message numerus="yes">
        <source>New: %n area(s)</source>
        <translation>
            <numerusform>新增：%n 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source> (from %1)</source>
        <translation>（来自 %1）</translation>
    </message>
    <message>
        <source>New area %1</source>
        <translation>新区域 %1</translation>
    </message>
    <message>
        <source>Give the first day of the new borders.</source>
        <translation>请填写新边界的生效日期。</translation>
    </message>
    <message>
        <source>Give a reason: it stands in the journal.</source>
        <translation>请填写原因，将记入操作日志。</translation>
    </message>
    <message>
        <source>Saving borders</source>
        <translation>保存边界</translation>
    </message>
    <message>
        <source>Cases keep the area of their day; counted by today&apos;s areas they follow the new borders. Belongings and duties go over to the areas that follow.</source>
        <translation>案件仍归属当日的区域；按现行区域统计时随新边界归集。隶属关系和五定责任转到后继区域。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaShader</name>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaTree</name>
    <message>
        <source>%1 %2: %3 open, %4 of them overdue</source>
        <translation>%1 %2：未结案 %3 件，其中超期 %4 件</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::BackupList</name>
    <message>
        <source>Start of day</source>
        <translation>每日首次更改前</translation>
    </message>
    <message>
        <source>Before a migration</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Damaged district</source>
        <translation>已损坏的辖区</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最后一条日志</translation>
    </message>
    <message>
        <source>Present file</source>
        <translation>当前文件</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>可读取</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>版本较新</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::BackupWatch</name>
    <message>
        <source>Backing up the day before</source>
        <translation>正在备份前一日的状态</translation>
    </message>
    <message>
        <source>Checking the backup of the day</source>
        <translation>正在校验当日备份</translation>
    </message>
    <message>
        <source>The check of the day&apos;s backup found faults, which the district has as well. Check it (menu District).</source>
        <translation>校验当日备份时发现问题，辖区文件也存在同样的问题。请用“辖区”菜单进行检查。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::BackupWindow</name>
    <message>
        <source>%1 cases and %2 steps entered since are not in it.</source>
        <translation>其后登记的 %1 件案件、%2 个环节不在其中。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>全部校验</translation>
    </message>
    <message>
        <source>Save a copy as …</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Backups of %1</source>
        <translation>%1 的备份</translation>
    </message>
    <message>
        <source>A backup is made before the first change of each day and before a migration, and read back. They lie in %1.</source>
        <translation>每日首次更改前和升级前自动备份，并读回校验。备份存放在 %1。</translation>
    </message>
    <message>
        <source>Reads every backup through</source>
        <translation>逐份完整读取所有备份</translation>
    </message>
    <message>
        <source>Of the space that would be free without the backups</source>
        <translation>以不计备份时的可用空间为准</translation>
    </message>
    <message>
        <source>Backups to keep:</source>
        <translation>保留份数：</translation>
    </message>
    <message>
        <source>Share of the free space:</source>
        <translation>占可用空间：</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>正在读取备份</translation>
    </message>
    <message>
        <source>Checking the backups</source>
        <translation>正在校验备份</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Districts (*.gpkg)</source>
        <translation>辖区文件 (*.gpkg)</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Copied and checked: %1</source>
        <translation>已复制并校验：%1</translation>
    </message>
    <message>
        <source>Put the backup of %1 in the place of the present file? The present file is kept as a backup, so that this can be taken back.</source>
        <translation>用 %1 的备份替换当前文件吗？当前文件会保留为一份备份，可随时换回。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Restored. What was there before is kept as a backup: %1</source>
        <translation>已恢复。恢复前的文件已保留为备份：%1</translation>
    </message>
    <message>
        <source>There are no backups yet. The first one is made before the first change of tomorrow, or now.</source>
        <translation>尚无备份。明天首次更改前会自动备份，也可以现在备份。</translation>
    </message>
    <message>
        <source>Choose a backup to see what restoring it would change.</source>
        <translation>选择一份备份，查看恢复后会有哪些变化。</translation>
    </message>
    <message>
        <source>The present file cannot be read. Restoring keeps it as it is beside the backups.</source>
        <translation>当前文件无法读取。恢复时会原样保留在备份文件夹中。</translation>
    </message>
    <message>
        <source>It holds just what the present file holds.</source>
        <translation>内容与当前文件完全相同。</translation>
    </message>
    <message>
        <source>Restoring it keeps the present file as a backup.</source>
        <translation>恢复时当前文件会保留为一份备份。</translation>
    </message>
    <message>
        <source>It differs from the present file. Restoring it keeps the present file as a backup.</source>
        <translation>内容与当前文件不同。恢复时当前文件会保留为一份备份。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CalendarEditor</name>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>A working day is</source>
        <translation>一个工作日按</translation>
    </message>
    <message>
        <source>Working hours of a day</source>
        <translation>每日工作时数</translation>
    </message>
    <message>
        <source>Holidays and make-up working days</source>
        <translation>节假日与调休上班日</translation>
    </message>
    <message>
        <source>Import a list of days …</source>
        <translation>导入日期表…</translation>
    </message>
    <message>
        <source>A table with day, kind (holiday or workday) and name in each row</source>
        <translation>表格每行含日期、类型（holiday 或 workday）和名称</translation>
    </message>
    <message>
        <source>Ordinary day</source>
        <translation>普通日</translation>
    </message>
    <message>
        <source>Name, for instance 国庆节</source>
        <translation>名称，例如 国庆节</translation>
    </message>
    <message>
        <source>Click a day to make it a holiday, again for a make-up working day, again for an ordinary day.</source>
        <translation>点击日期设为节假日，再点设为调休上班日，再点恢复普通日。</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>第 %1 版，%2</translation>
    </message>
    <message>
        <source>No day chosen</source>
        <translation>未选日期</translation>
    </message>
    <message>
        <source>List of holidays and make-up working days</source>
        <translation>节假日与调休上班日列表</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.ods)</source>
        <translation>表格 (*.csv *.txt *.tsv *.xlsx *.ods)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken over.</source>
        <translation>
            <numerusform>采用了 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseChoice</name>
    <message numerus="yes">
        <source>%n case(s) here</source>
        <translation>
            <numerusform>此处有 %n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全部选中</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseImportSession</name>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Writing the refused rows</source>
        <translation>正在写出未导入的行</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseOutput</name>
    <message>
        <source>Export the cases shown</source>
        <translation>导出所示案件</translation>
    </message>
    <message>
        <source>cases.xlsx</source>
        <translation>案件.xlsx</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 件案件写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They fill %n sheet(s), because one holds %1.</source>
        <translation>
            <numerusform>共占 %n 张工作表，因为一张最多容纳 %1 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases of %1</source>
        <translation>%1案件</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>%1 件案件</translation>
    </message>
    <message>
        <source>only the first %1 of them are printed, export the table to have all</source>
        <translation>只打印前 %1 件，全部案件请导出表格</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>The printer or its file does not take the pages.</source>
        <translation>打印机或打印文件无法接收页面。</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx);;Text tables (*.csv);;Open311 service requests (*.json *.xml)</source>
        <translation>工作簿 (*.xlsx);;文本表格 (*.csv);;Open311 服务请求 (*.json *.xml)</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CasePanel</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Change the reporter …</source>
        <translation>更改上报人…</translation>
    </message>
    <message>
        <source>Erase the reporter&apos;s data …</source>
        <translation>删除上报人信息…</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n case(s) …</source>
        <translation>
            <numerusform>派遣 %n 件…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n case(s) …</source>
        <translation>
            <numerusform>改派 %n 件…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n case(s)</source>
        <translation>
            <numerusform>立案 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n case(s)</source>
        <translation>
            <numerusform>结案 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting the selected cases</source>
        <translation>正在统计所选案件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseTableModel</name>
    <message>
        <source>Lamp</source>
        <translation>亮灯</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处置者</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Too many cases to sort by this column. Narrow the filter to %1 or fewer.</source>
        <translation>案件太多，无法按此列排序。请把筛选结果缩小到 %1 件以内。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseTablePanel</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No district is open.</source>
        <translation>尚未打开辖区。</translation>
    </message>
    <message>
        <source>No cases match the filter.</source>
        <translation>没有符合筛选条件的案件。</translation>
    </message>
    <message>
        <source>There are no cases yet. Press Insert and click the map to enter one, or import a table.</source>
        <translation>还没有案件。按 Insert 后点击地图登记，或导入表格。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>连同表头复制</translation>
    </message>
    <message>
        <source>Columns, export and printing</source>
        <translation>列、导出与打印</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Dispatch …</source>
        <translation>派遣…</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>改派…</translation>
    </message>
    <message>
        <source>Link to a case …</source>
        <translation>关联到案件…</translation>
    </message>
    <message>
        <source>For outside …</source>
        <translation>对外提供…</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CategoryEditor</name>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Choose a category, or add one of your own.</source>
        <translation>选择一个类别，或添加自设类别。</translation>
    </message>
    <message>
        <source>A class of categories, not chosen for a case</source>
        <translation>大类，不用于案件</translation>
    </message>
    <message>
        <source>Offered when a case is entered</source>
        <translation>登记案件时提供选择</translation>
    </message>
    <message>
        <source>Other names, separated by blanks</source>
        <translation>其他名称，用空格分隔</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>大类</translation>
    </message>
    <message>
        <source>Add local category</source>
        <translation>添加自设类别</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Continued as %1</source>
        <translation>后继为 %1</translation>
    </message>
    <message>
        <source>Choose the class from the list.</source>
        <translation>请从列表中选择大类。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CategoryField</name>
    <message>
        <source>Name, initials or code</source>
        <translation>名称、拼音首字母或代码</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CheckWindow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check of the district</source>
        <translation>检查辖区</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Copies the district, then rebuilds what follows from the rest of it: states, counters, indexes, views, small pictures</source>
        <translation>先复制辖区，再重建可由其余数据得出的内容：状态、计数、索引、视图、缩略图</translation>
    </message>
    <message>
        <source>Checking the district</source>
        <translation>正在检查辖区</translation>
    </message>
    <message>
        <source>The district is copied first; then what follows from the rest of it is rebuilt. Steps and the journal stay as they are.</source>
        <translation>先复制辖区，再重建可由其余数据得出的内容。环节和操作日志保持原样。</translation>
    </message>
    <message>
        <source>Repairing the district</source>
        <translation>正在修复辖区</translation>
    </message>
    <message>
        <source>The district is sound.</source>
        <translation>辖区完好。</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found.</source>
        <translation>
            <numerusform>发现%n处问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The district as it was is in %2.</source>
        <translation>%1修复前的辖区保存在 %2。</translation>
    </message>
    <message>
        <source>Repaired.</source>
        <translation>已修复。</translation>
    </message>
    <message numerus="yes">
        <source>Repaired, but %n fault(s) are left.</source>
        <translation>
            <numerusform>已修复，但仍有%n处问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Journal up to entry %1 (%2): %3</source>
        <translation>操作日志截至第%1条（%2）：%3</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ChipRow</name>
    <message>
        <source>Remove this condition</source>
        <translation>去掉此条件</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>去掉“%1”</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ComparisonWindow</name>
    <message>
        <source>Compare photos</source>
        <translation>照片对比</translation>
    </message>
    <message>
        <source>Photo at the left</source>
        <translation>左侧照片</translation>
    </message>
    <message>
        <source>Photo at the right</source>
        <translation>右侧照片</translation>
    </message>
    <message>
        <source>Both larger (+, wheel)</source>
        <translation>同时放大（+、滚轮）</translation>
    </message>
    <message>
        <source>Both smaller (−, wheel)</source>
        <translation>同时缩小（−、滚轮）</translation>
    </message>
    <message>
        <source>Fit both (0, double click)</source>
        <translation>适合窗口（0、双击）</translation>
    </message>
    <message>
        <source>Drag the line, or move it with ← and →. The wheel zooms both. Esc closes.</source>
        <translation>拖动分隔线，或用 ← → 移动。滚轮同时缩放两张照片。Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ContactDialog</name>
    <message>
        <source>Reporter of case %1</source>
        <translation>案件 %1 的上报人</translation>
    </message>
    <message>
        <source>What is sealed now is replaced by what you enter.</source>
        <translation>现有的加密信息将由新填写的内容替换。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ControlPointTable</name>
    <message>
        <source>Layer east (Y)</source>
        <translation>图层东坐标(Y)</translation>
    </message>
    <message>
        <source>Layer north (X)</source>
        <translation>图层北坐标(X)</translation>
    </message>
    <message>
        <source>Plane east (Y)</source>
        <translation>目标东坐标(Y)</translation>
    </message>
    <message>
        <source>Plane north (X)</source>
        <translation>目标北坐标(X)</translation>
    </message>
    <message>
        <source>Residual east</source>
        <translation>东残差</translation>
    </message>
    <message>
        <source>Residual north</source>
        <translation>北残差</translation>
    </message>
    <message>
        <source>Control points</source>
        <translation>控制点</translation>
    </message>
    <message>
        <source>Add point</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation>删除点</translation>
    </message>
    <message>
        <source>Paste points</source>
        <translation>粘贴点</translation>
    </message>
    <message>
        <source>Lines of four numbers from a table: east and north in the layer, east and north in the plane</source>
        <translation>表格中每行四个数：图层东、北坐标，目标平面东、北坐标</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) used, RMS %1 m; rotation %2″, scale %3</source>
        <translation>
            <numerusform>使用%n个点，中误差(RMS) %1 m；旋转 %2″，尺度 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>two points leave nothing to check by</source>
        <translation>两个点没有多余观测，无法检核</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CoordinateBox</name>
    <message>
        <source>Coordinate system of the numbers beside</source>
        <translation>左侧数字所用的坐标系</translation>
    </message>
    <message>
        <source>Map (%1)</source>
        <translation>地图（%1）</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CorrectionFields</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>longitude, latitude</source>
        <translation>经度, 纬度</translation>
    </message>
    <message>
        <source>Pick on the map</source>
        <translation>在地图上选取</translation>
    </message>
    <message>
        <source>Choose a category of the list.</source>
        <translation>请从列表中选择类别。</translation>
    </message>
    <message>
        <source>Write the place as longitude and latitude in degrees, or pick it on the map.</source>
        <translation>请以度为单位填写经度和纬度，或在地图上选取。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CountClassesEditor</name>
    <message>
        <source>One colour for all</source>
        <translation>单一颜色</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>等间距</translation>
    </message>
    <message>
        <source>Own classes</source>
        <translation>自定分级</translation>
    </message>
    <message>
        <source>Number of cases</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>Cases in a square kilometre</source>
        <translation>每平方公里案件数</translation>
    </message>
    <message>
        <source>The greatest number of each class but the last</source>
        <translation>除最后一级外各级的上限</translation>
    </message>
    <message>
        <source>Shaded in</source>
        <translation>分级设色</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>级数</translation>
    </message>
    <message>
        <source>Class bounds</source>
        <translation>分级上限</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CoverPanel</name>
    <message>
        <source>Check the cover</source>
        <translation>检查覆盖</translation>
    </message>
    <message>
        <source>Looks for gaps, overlaps and faulty outlines among the areas of a kind that are valid today</source>
        <translation>检查今天有效的同类区域之间的空隙、重叠和边界错误</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Checking the cover</source>
        <translation>正在检查覆盖</translation>
    </message>
    <message>
        <source>No gaps, no overlaps.</source>
        <translation>没有空隙，也没有重叠。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s). Click one to see its place.</source>
        <translation>
            <numerusform>发现 %n 处问题，点击查看位置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CrsButton</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DatumCheck</name>
    <message>
        <source>%1 m (%2 east, %3 north)</source>
        <translation>%1 m（东 %2，北 %3）</translation>
    </message>
    <message>
        <source>Check the datum of %1</source>
        <translation>检查%1的坐标基准</translation>
    </message>
    <message>
        <source>Areas of the district</source>
        <translation>辖区的区域</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Found on it</source>
        <translation>落在参照上</translation>
    </message>
    <message>
        <source>Before: to where it belongs</source>
        <translation>改正前：到应在位置</translation>
    </message>
    <message>
        <source>After: what is left</source>
        <translation>改正后：剩余</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>读作%1</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>There is nothing to compare with: show areas, or add a layer whose coordinates are known to be right.</source>
        <translation>没有可比的参照：请显示区域，或添加一个坐标确认无误的图层。</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>%1 (as now)</source>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 / %2 点</translation>
    </message>
    <message>
        <source>median distance %1 m</source>
        <translation>中位距离 %1 m</translation>
    </message>
    <message>
        <source>Moved at random, at most %1 points were found.</source>
        <translation>随意平移时，最多有%1点落在参照上。</translation>
    </message>
    <message>
        <source>The two layers do not tell: in no datum are clearly more points found than by chance.</source>
        <translation>两个图层无法判断：任何基准下落在参照上的点都不明显多于偶然。</translation>
    </message>
    <message>
        <source>It lies where it belongs, read as %1 as it is now.</source>
        <translation>位置正确，当前按%1读取。</translation>
    </message>
    <message>
        <source>This looks like %1.</source>
        <translation>看起来是%1。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DatumDialog</name>
    <message>
        <source>Coordinates of %1</source>
        <translation>%1的坐标</translation>
    </message>
    <message>
        <source>As the layer says</source>
        <translation>按图层自身说明</translation>
    </message>
    <message>
        <source>CGCS2000, WGS 84 or another registered system</source>
        <translation>CGCS2000、WGS 84或其他已登记的坐标系</translation>
    </message>
    <message>
        <source>GCJ-02 (Amap, Tencent)</source>
        <translation>GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>Local plane by four parameters</source>
        <translation>地方平面坐标：四参数</translation>
    </message>
    <message>
        <source>Local plane by control points</source>
        <translation>地方平面坐标：控制点</translation>
    </message>
    <message>
        <source>Another datum by seven parameters</source>
        <translation>其他基准：七参数</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>System</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Plane that it is brought into</source>
        <translation>转换到的平面坐标系</translation>
    </message>
    <message>
        <source>Brought into</source>
        <translation>转换到</translation>
    </message>
    <message>
        <source>Shift east (ΔY)</source>
        <translation>东平移(ΔY)</translation>
    </message>
    <message>
        <source>Shift north (ΔX)</source>
        <translation>北平移(ΔX)</translation>
    </message>
    <message>
        <source>Rotation, anticlockwise</source>
        <translation>旋转（逆时针）</translation>
    </message>
    <message>
        <source>Scale k</source>
        <translation>尺度 k</translation>
    </message>
    <message>
        <source>east′ = ΔY + k (east · cos α − north · sin α), north′ = ΔX + k (east · sin α + north · cos α)</source>
        <translation>东′ = ΔY + k (东 · cos α − 北 · sin α)，北′ = ΔX + k (东 · sin α + 北 · cos α)</translation>
    </message>
    <message>
        <source>System of the layer</source>
        <translation>图层的坐标系</translation>
    </message>
    <message>
        <source>Shift X</source>
        <translation>平移 X</translation>
    </message>
    <message>
        <source>Shift Y</source>
        <translation>平移 Y</translation>
    </message>
    <message>
        <source>Shift Z</source>
        <translation>平移 Z</translation>
    </message>
    <message>
        <source>Rotation X</source>
        <translation>旋转 X</translation>
    </message>
    <message>
        <source>Rotation Y</source>
        <translation>旋转 Y</translation>
    </message>
    <message>
        <source>Rotation Z</source>
        <translation>旋转 Z</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>The offset of the map service is undone by the public formulas. The service&apos;s own offset differs from them by metres in places: good for looking, not for surveying.</source>
        <translation>按公开公式消除地图服务的偏移。服务自身的偏移与公式在个别地方相差数米：可用于查看，不可用于测量。</translation>
    </message>
    <message>
        <source>The system that the file names is used. Where it names none, degrees are taken as CGCS2000 and other numbers as the map&apos;s own plane.</source>
        <translation>采用文件注明的坐标系。未注明时，经纬度按CGCS2000，其他数值按地图的平面坐标系。</translation>
    </message>
    <message>
        <source>From the layer&apos;s datum to CGCS2000, signs as in the Bursa–Wolf form (position vector).</source>
        <translation>由图层基准到CGCS2000，符号按布尔沙模型（位置矢量法）。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DayBookWindow</name>
    <message>
        <source>Day book</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>The shift before</source>
        <translation>上一班</translation>
    </message>
    <message>
        <source>The shift after</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What the next shift has to know. It is printed in the day book and not kept elsewhere.</source>
        <translation>需要向下一班交代的事项。只印在值班日志上，不另行保存。</translation>
    </message>
    <message>
        <source>&amp;Remarks</source>
        <translation>交班备注(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language of the paper</source>
        <translation>纸面语言(&amp;L)</translation>
    </message>
    <message>
        <source>whole day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Counting the day book</source>
        <translation>正在统计值班日志</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>工作记录</translation>
    </message>
    <message>
        <source>Taken over and handed over</source>
        <translation>接班与交班</translation>
    </message>
    <message>
        <source>Done in the shift</source>
        <translation>本班办理</translation>
    </message>
    <message>
        <source>For the next shift</source>
        <translation>移交下一班</translation>
    </message>
    <message>
        <source>Came in by source</source>
        <translation>新增：按来源</translation>
    </message>
    <message>
        <source>Came in by big class</source>
        <translation>新增：按大类</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The shift is not over: as of %1. Choose a number to select its cases.</source>
        <translation>本班尚未结束，数据截至 %1。点选数字即选中相应案件。</translation>
    </message>
    <message>
        <source>Choose a number to select its cases.</source>
        <translation>点选数字即选中相应案件。</translation>
    </message>
    <message>
        <source>Writing the day book</source>
        <translation>正在生成值班日志</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DayField</name>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DeadlineBadge</name>
    <message>
        <source>Open cases whose deadline passes within the hour. Click to select them.</source>
        <translation>一小时内到期的在办案件，点击选中。</translation>
    </message>
    <message numerus="yes">
        <source>%n due within the hour</source>
        <translation>
            <numerusform>%n 件一小时内到期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DeadlineWatch</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will be overdue within the hour.</source>
        <translation>
            <numerusform>%n 件将在一小时内超期。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DispatchDialog</name>
    <message>
        <source>Each by &amp;rules and duty:</source>
        <translation>按规则和在岗责任逐件派遣(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;All to:</source>
        <translation>全部派给(&amp;A)：</translation>
    </message>
    <message>
        <source>To</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Choose a person or an organisation of the list.</source>
        <translation>请选择列表中的人员或单位。</translation>
    </message>
    <message>
        <source>Select cases that wait for dispatch first.</source>
        <translation>请先选择待派遣的案件。</translation>
    </message>
    <message>
        <source>Select cases that are being handled first.</source>
        <translation>请先选择处置中的案件。</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n case(s)</source>
        <translation>
            <numerusform>派遣 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n case(s)</source>
        <translation>
            <numerusform>改派 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected case(s) do not wait for dispatch and stay as they are.</source>
        <translation>
            <numerusform>所选案件中有 %n 件不在待派遣状态，保持原状。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected case(s) are not being handled and stay as they are.</source>
        <translation>
            <numerusform>所选案件中有 %n 件不在处置中，保持原状。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for who gets the cases</source>
        <translation>正在推算案件派给谁</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DispatchRuleEditor</name>
    <message>
        <source>Rules of dispatch</source>
        <translation>派遣规则</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>To</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Add a rule: which cases go to whom. The first that fits is taken; where none fits, whoever is on duty gets the case.</source>
        <translation>新增规则：哪些案件派给谁。按顺序取第一条适用的规则；没有适用规则时派给在岗责任人。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>The rule is in use</source>
        <translation>启用此规则</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>人员或单位</translation>
    </message>
    <message>
        <source>With everything under it.</source>
        <translation>含其下所有类别。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Road grade</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Of the moment of dispatching. An end that is not after the start means into the next day.</source>
        <translation>以派遣时刻为准。结束不晚于开始，表示到次日。</translation>
    </message>
    <message>
        <source>Who is away is replaced by the substitute; without one, the next rule is looked at.</source>
        <translation>人员不在岗时由代理人接替；没有代理人则看下一条规则。</translation>
    </message>
    <message>
        <source>Choose a category of the list, or leave it open.</source>
        <translation>请选择列表中的类别，或留空。</translation>
    </message>
    <message>
        <source>Choose an area of the list, or leave it open.</source>
        <translation>请选择列表中的区域，或留空。</translation>
    </message>
    <message>
        <source>Choose at least one weekday.</source>
        <translation>请至少选择一天。</translation>
    </message>
    <message>
        <source>Give the hours as 08:00; the end of the day is 24:00.</source>
        <translation>时间请写作 08:00，一天结束为 24:00。</translation>
    </message>
    <message>
        <source>Choose a person or an organisation of the list.</source>
        <translation>请选择列表中的人员或单位。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DistrictFiles</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Open district</source>
        <translation>打开辖区</translation>
    </message>
    <message>
        <source>Districts (*.gpkg)</source>
        <translation>辖区文件 (*.gpkg)</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>正在创建 %1</translation>
    </message>
    <message>
        <source>Demo district</source>
        <translation>演示辖区</translation>
    </message>
    <message>
        <source>Where to put the demo district</source>
        <translation>演示辖区的存放位置</translation>
    </message>
    <message>
        <source>Creating the demo district</source>
        <translation>正在创建演示辖区</translation>
    </message>
    <message>
        <source>“%1” is open elsewhere</source>
        <translation>“%1”正在别处使用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>“%1” was written by an older version</source>
        <translation>“%1”由旧版本写入</translation>
    </message>
    <message>
        <source>Back up and bring up to date</source>
        <translation>备份并升级</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version</source>
        <translation>“%1”由更新的版本写入</translation>
    </message>
    <message>
        <source>Looking for the damage in %1</source>
        <translation>正在查找 %1 的损坏处</translation>
    </message>
    <message>
        <source>Bringing %1 up to date</source>
        <translation>正在升级 %1</translation>
    </message>
    <message>
        <source>The district was brought up to date. As it was before, it is kept in %1.</source>
        <translation>辖区已升级。升级前的文件保存在 %1。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Bring up to date …</source>
        <translation>升级…</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>The district is open for reading only.</source>
        <translation>辖区以只读方式打开。</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>The check found no fault.</source>
        <translation>检查未发现问题。</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n fault(s).</source>
        <translation>
            <numerusform>检查发现 %n 个问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest good backup was made on %1 and holds %n case(s).</source>
        <translation>
            <numerusform>最新的完好备份做于 %1，有 %n 件案件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the backup for reading</source>
        <translation>以只读方式打开备份</translation>
    </message>
    <message>
        <source>Restore from the backups …</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>No backup of it was found beside it.</source>
        <translation>在它旁边没有找到备份。</translation>
    </message>
    <message>
        <source>“%1” is damaged</source>
        <translation>“%1”已损坏</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>“%1”无法打开</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Saving a copy of %1</source>
        <translation>正在另存 %1</translation>
    </message>
    <message>
        <source>The copy is in %1.</source>
        <translation>副本已保存在 %1。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开副本</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DroppedFiles</name>
    <message>
        <source>%1 holds a district with its photos. Unpack and open it?</source>
        <translation>%1 中含有一个辖区及其照片。要解包并打开吗？</translation>
    </message>
    <message>
        <source>Unpack</source>
        <translation>解包</translation>
    </message>
    <message>
        <source>Close this district and open %1?</source>
        <translation>关闭当前辖区并打开 %1？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Only one district can be open. Drop one of them: %1</source>
        <translation>一次只能打开一个辖区，请只拖入其中一个：%1</translation>
    </message>
    <message>
        <source>Drop these once more when the district is open: %1</source>
        <translation>请在辖区打开后再次拖入：%1</translation>
    </message>
    <message>
        <source>Open a district first.</source>
        <translation>请先打开辖区。</translation>
    </message>
    <message>
        <source>Add as layers</source>
        <translation>添加为图层</translation>
    </message>
    <message>
        <source>Import as cases …</source>
        <translation>导入为案件…</translation>
    </message>
    <message>
        <source>Import as areas …</source>
        <translation>导入为区域…</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>正在查看 %1</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DuplicateList</name>
    <message numerus="yes">
        <source>%n open case(s) of this category nearby</source>
        <translation>
            <numerusform>附近有 %n 件同类未结案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Another problem</source>
        <translation>不是同一问题</translation>
    </message>
    <message>
        <source>Same as %1</source>
        <translation>与 %1 相同</translation>
    </message>
    <message>
        <source>Saves it and links it to %1</source>
        <translation>保存并与 %1 关联</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DutyEditor</name>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>五定责任</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Choose a duty, or add the first one: who answers for which area, with what and when.</source>
        <translation>选择一项责任，或添加第一项：谁、负责哪个区域、什么职责、什么时间。</translation>
    </message>
    <message>
        <source>Only who is on duty at</source>
        <translation>只看此时在岗者</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::EditorWindow</name>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Show again what is stored</source>
        <translation>恢复为已保存的内容</translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation>保存（%1）</translation>
    </message>
    <message>
        <source>What you entered is not saved. Close without saving?</source>
        <translation>填写内容尚未保存，不保存就关闭吗？</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Saving: %1</source>
        <translation>正在保存：%1</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FactsSaver</name>
    <message>
        <source>Preparing the next opening</source>
        <translation>正在为下次快速打开做准备</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FilterBadge</name>
    <message>
        <source>A filter is set. Click to show all cases again.</source>
        <translation>已设置筛选，点击恢复显示全部案件。</translation>
    </message>
    <message>
        <source>%1 of %2 cases</source>
        <translation>%1 / %2 件</translation>
    </message>
    <message>
        <source>… of %1 cases</source>
        <translation>… / %1 件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FilterBar</name>
    <message>
        <source>Number, description or address</source>
        <translation>编号、描述或地址</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show only some of the cases</source>
        <translation>只显示部分案件</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 of %2 cases</source>
        <translation>%1 / %2 件</translation>
    </message>
    <message>
        <source>State …</source>
        <translation>状态…</translation>
    </message>
    <message>
        <source>Category …</source>
        <translation>类别…</translation>
    </message>
    <message>
        <source>Area …</source>
        <translation>区域…</translation>
    </message>
    <message>
        <source>Lamp …</source>
        <translation>亮灯…</translation>
    </message>
    <message>
        <source>Source …</source>
        <translation>来源…</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自…至…</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>只看未结案</translation>
    </message>
    <message>
        <source>Overdue only</source>
        <translation>只看超期</translation>
    </message>
    <message>
        <source>Outside every grid</source>
        <translation>网格以外</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>… of %1 cases</source>
        <translation>… / %1 件</translation>
    </message>
    <message>
        <source>Handler …</source>
        <translation>处置单位或人员…</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Reworked only</source>
        <translation>仅有返工的</translation>
    </message>
    <message>
        <source>Urged, no reply yet</source>
        <translation>督办未回复</translation>
    </message>
    <message>
        <source>Cleared, then seen again</source>
        <translation>清后又现</translation>
    </message>
    <message>
        <source>Each problem once</source>
        <translation>同一问题只计一次</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HandOverDialog</name>
    <message>
        <source>Only what is due &amp;until</source>
        <translation>仅截止于此日以前(&amp;U)</translation>
    </message>
    <message>
        <source>Hand over what somebody has in hand</source>
        <translation>移交在办案件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>原处置人(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>网格(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>改派给(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>%1 · away</source>
        <translation>%1 · 不在岗</translation>
    </message>
    <message>
        <source>all grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>outside every grid</source>
        <translation>网格外</translation>
    </message>
    <message>
        <source>Choose a person or an organisation of the list.</source>
        <translation>请选择列表中的人员或单位。</translation>
    </message>
    <message>
        <source>They have these cases already. Choose somebody else.</source>
        <translation>这些案件本就由其处置，请另选他人。</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n case(s)</source>
        <translation>
            <numerusform>改派 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HeldUp</name>
    <message>
        <source>It may be open on another computer.</source>
        <translation>文件可能在另一台电脑上打开。</translation>
    </message>
    <message>
        <source>In use by: %1</source>
        <translation>正在使用的程序：%1</translation>
    </message>
    <message>
        <source>Waiting to save</source>
        <translation>等待保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Another program is using the district&apos;s file. Your change waits and is saved as soon as that program is done.</source>
        <translation>其他程序正在使用辖区文件。您的改动正在等待，那个程序一结束就会保存。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HistoryPanel</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo back to here</source>
        <translation>撤销到此处</translation>
    </message>
    <message>
        <source>Nothing was done yet. Every change appears here and can be taken back.</source>
        <translation>还没有操作。每次更改都记在这里，并可撤销。</translation>
    </message>
    <message>
        <source>Takes back the chosen entry and everything after it</source>
        <translation>撤销所选条目及其后的全部操作</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>An import that is undone cannot be redone; it has to be imported again. Undo it?</source>
        <translation>撤销导入后不能重做，只能重新导入。要撤销吗？</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HotSpotWindow</name>
    <message>
        <source>Hot spots</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>crowded squares (Getis–Ord Gi*)</source>
        <translation>聚集方格（Getis–Ord Gi*）</translation>
    </message>
    <message>
        <source>new in the last weeks (permutation scan)</source>
        <translation>近几周新出现的聚集（置换扫描）</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>查找(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Squares of:</source>
        <translation>方格(&amp;S)：</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>outside every grid</source>
        <translation>网格外</translation>
    </message>
    <message>
        <source>among crowded squares</source>
        <translation>位于聚集方格之间</translation>
    </message>
    <message>
        <source>Square in</source>
        <translation>方格所在</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>校正后 p</translation>
    </message>
    <message>
        <source>No square is a hot spot: the cases lie as chance would have it.</source>
        <translation>没有热点：案件分布与随机情形无显著差别。</translation>
    </message>
    <message>
        <source>%L1 of %L2 squares are hot spots; %L3 are cold spots.</source>
        <translation>%L2个方格中有%L1个热点、%L3个冷点。</translation>
    </message>
    <message>
        <source>Gi* of the counts in squares of %1 m, with those within %2 m; %L3 cases in the study area, %L4 beyond it. p is two-sided, adjusted for the number of squares by Benjamini and Hochberg: of the squares named here at most %5 % are so by chance, on average.</source>
        <translation>方法：%1 米方格案件数的 Gi*，邻近距离 %2 米；研究区内案件%L3件，区外%L4件。p 为双侧，按 Benjamini–Hochberg 对方格数校正：所列方格中平均至多 %5 % 属偶然。</translation>
    </message>
    <message>
        <source>Cluster around</source>
        <translation>聚集所在</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望数</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>No new cluster: no place has more than its share of the last days&apos; cases.</source>
        <translation>没有新的聚集：近期案件没有异常集中的地方。</translation>
    </message>
    <message numerus="yes">
        <source>%n new cluster(s) that chance would hardly make.</source>
        <translation>
            <numerusform>%n 处新的聚集，难以用偶然解释。</numerusform>
        </translation>
    </message>
    <message>
        <source>Space–time permutation scan of %L1 cases from %2 to %3 in squares of %4 m, 999 permutations; clusters with p ≤ 0.05. It compares places with each other: a place that always has many cases is no cluster. The days of the filter are left out.</source>
        <translation>方法：时空置换扫描，%2至%3的案件%L1件，%4 米方格，999 次置换；列出 p ≤ 0.05 的聚集。各地点相互比较，一向案件多的地点不算聚集；此处不受筛选日期限制。</translation>
    </message>
    <message>
        <source>New cluster</source>
        <translation>新聚集点</translation>
    </message>
    <message>
        <source>Hot spot</source>
        <translation>热点</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IdentifyPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>此处没有内容</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) here</source>
        <translation>
            <numerusform>此处有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading from %1</source>
        <translation>正在从 %1 读取</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ImportMappingPage</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Longitude or x</source>
        <translation>经度或 x</translation>
    </message>
    <message>
        <source>Latitude or y</source>
        <translation>纬度或 y</translation>
    </message>
    <message>
        <source>Point as WKT</source>
        <translation>WKT 点</translation>
    </message>
    <message>
        <source>Code of the grid</source>
        <translation>网格编码</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处置者</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Phone of the reporter</source>
        <translation>上报人电话</translation>
    </message>
    <message>
        <source>Choose the field for each part of a case. Join several fields with +, and write = before a text that is the same for every row.</source>
        <translation>为案件的每一项选择字段。多个字段用 + 连接；每行相同的文字前写 =。</translation>
    </message>
    <message>
        <source>How all times are written, for instance %d/%m/%Y %H:%M; found by itself where the rows leave no doubt</source>
        <translation>时间的写法，例如 %d/%m/%Y %H:%M；无歧义时自动识别</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>时间格式</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1（必需）</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>%1  as %2</source>
        <translation>%1  按 %2</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>自动识别</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ImportRunPage</name>
    <message>
        <source>Import cases from %1</source>
        <translation>从 %1 导入案件</translation>
    </message>
    <message>
        <source>1  Source</source>
        <translation>1  数据源</translation>
    </message>
    <message>
        <source>2  Fields</source>
        <translation>2  字段</translation>
    </message>
    <message>
        <source>3  Check and run</source>
        <translation>3  检查并导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Make local categories of those left over</source>
        <translation>其余的建为自设类别</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Save the refused rows …</source>
        <translation>保存未导入的行…</translation>
    </message>
    <message>
        <source>The refused rows are in %1. Correct them there and import that file.</source>
        <translation>未导入的行已存入 %1，更正后再导入该文件。</translation>
    </message>
    <message>
        <source>Numbers that the district already has</source>
        <translation>辖区已有的编号</translation>
    </message>
    <message>
        <source>refuse the row</source>
        <translation>不导入该行</translation>
    </message>
    <message>
        <source>update the case</source>
        <translation>更新案件</translation>
    </message>
    <message>
        <source>pass over it</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Text in the source</source>
        <translation>源数据中的文字</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>Take the selected texts as</source>
        <translation>所选文字作为</translation>
    </message>
    <message>
        <source>Checking the whole file …</source>
        <translation>正在检查整个文件…</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>%1 rows were read.</source>
        <translation>已读取 %1 行。</translation>
    </message>
    <message>
        <source>Of the first %1 rows:</source>
        <translation>前 %1 行中：</translation>
    </message>
    <message>
        <source>None would be refused.</source>
        <translation>没有不能导入的行。</translation>
    </message>
    <message>
        <source>%1 would be refused.</source>
        <translation>%1 行不能导入。</translation>
    </message>
    <message>
        <source>%1 would be taken with a remark.</source>
        <translation>%1 行导入并附说明。</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are no category known here. Their text is kept unless you say what they mean.</source>
        <translation>
            <numerusform>有 %n 种文字不是已知类别；未指明含义时保留原文。</numerusform>
        </translation>
    </message>
    <message>
        <source>a new local category</source>
        <translation>新建自设类别</translation>
    </message>
    <message>
        <source>its text only</source>
        <translation>只保留文字</translation>
    </message>
    <message>
        <source>%1 rows read, %2 accepted, %3 refused. %4 cases, %5 of them outside every grid; %6 numbers were known already.</source>
        <translation>读取 %1 行，接受 %2 行，未导入 %3 行。共 %4 件案件，其中 %5 件在网格以外；%6 个编号已存在。</translation>
    </message>
    <message>
        <source>Ctrl+Z takes the whole import back, as long as none of its cases was worked on.</source>
        <translation>只要其中案件尚未办理，Ctrl+Z 可撤销整个导入。</translation>
    </message>
    <message>
        <source>%1 refused.csv</source>
        <translation>%1 未导入.csv</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>保存未导入的行</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Tables and layers (%1)</source>
        <translation>表格和图层 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>导入案件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ImportSourcePage</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Table or layer of the file</source>
        <translation>文件中的表或图层</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How the text is written; the rows below follow</source>
        <translation>文字的编码；下方各行随之显示</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Of times that say none, for instance Asia/Shanghai</source>
        <translation>未注明时区的时间所用，例如 Asia/Shanghai</translation>
    </message>
    <message>
        <source>A case is</source>
        <translation>一件案件是</translation>
    </message>
    <message>
        <source>Rows that agree in these fields are one case; join several fields with +</source>
        <translation>这些字段相同的行为一件案件；多个字段用 + 连接</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件所述</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>text in %1</source>
        <translation>文字编码 %1</translation>
    </message>
    <message>
        <source>coordinates in %1</source>
        <translation>坐标系 %1</translation>
    </message>
    <message>
        <source>every row by itself</source>
        <translation>每行一件</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The system of the coordinates, also one with a map service&apos;s offset</source>
        <translation>坐标所用的坐标系，也可是地图服务的偏移坐标</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::Inbox</name>
    <message>
        <source>Looking into the inbox</source>
        <translation>查看收件箱</translation>
    </message>
    <message>
        <source>Folder to be watched</source>
        <translation>要监视的文件夹</translation>
    </message>
    <message>
        <source>Accepting from the inbox</source>
        <translation>受理收件箱条目</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay: something has to be corrected first.</source>
        <translation>
            <numerusform>有 %n 条留下：需要先更正。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved into the folder “done”.</source>
        <translation>
            <numerusform>已把 %n 个文件移到“done”文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>Moving files away</source>
        <translation>正在移走文件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::InboxPanel</name>
    <message>
        <source>Proposal</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>建立文件夹</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept and link</source>
        <translation>受理并关联</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Refuse …</source>
        <translation>不受理…</translation>
    </message>
    <message>
        <source>Makes a case of each chosen proposal (Enter)</source>
        <translation>把选中的条目登记为案件（回车）</translation>
    </message>
    <message>
        <source>Makes a case and links it to the open case of the same problem</source>
        <translation>登记为案件，并与同一问题的未结案件关联</translation>
    </message>
    <message>
        <source>Opens the card of a new incident with what is known (F2)</source>
        <translation>打开登记卡，带入已知内容（F2）</translation>
    </message>
    <message>
        <source>Nothing becomes of it; the file stays (Delete)</source>
        <translation>不登记，文件保留（Delete）</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Move decided files into “done”</source>
        <translation>把处理完的文件移到“done”</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Watch another folder …</source>
        <translation>监视其他文件夹…</translation>
    </message>
    <message>
        <source>No district is open.</source>
        <translation>没有打开辖区。</translation>
    </message>
    <message>
        <source>Nothing waits.

Tables, photos with a place and Open311 files that are put into this folder become proposals:
%1</source>
        <translation>没有待处理的条目。

放入这个文件夹的表格、带位置的照片和 Open311 文件会成为待处理条目：
%1</translation>
    </message>
    <message>
        <source>Tables, photos with a place and Open311 files can be put into a folder and become proposals here. The folder is not there yet:
%1</source>
        <translation>表格、带位置的照片和 Open311 文件放入文件夹后，会成为这里的待处理条目。文件夹还没有建立：
%1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>受理 %1 条</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>Why does nothing become of it?</source>
        <translation>不受理的原因？</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) chosen</source>
        <translation>
            <numerusform>选中 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything in %n file(s) is decided. Move them into the subfolder “done”?</source>
        <translation>
            <numerusform>有 %n 个文件已全部处理。要移到子文件夹“done”吗？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IncidentCard</name>
    <message>
        <source>New incident</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Enter saves, Esc closes</source>
        <translation>回车保存，Esc 关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗责任人</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Outside of every grid: it is kept and counted as outside.</source>
        <translation>不在任何网格内：照样登记，计入网格以外。</translation>
    </message>
    <message>
        <source>nobody at this time</source>
        <translation>此时无人在岗</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>follows from the category</source>
        <translation>由类别决定</translation>
    </message>
    <message>
        <source>no time limit</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Choose a category first: type a few letters.</source>
        <translation>请先选择类别：输入几个字母即可。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IncidentClassEditor</name>
    <message>
        <source>Disc</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Half disc</source>
        <translation>半圆</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>对勾</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方块</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>菱形</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>叉形</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <source>Further up: shown before those below where cases crowd</source>
        <translation>上移：密集处优先显示</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Another class</source>
        <translation>添加分类</translation>
    </message>
    <message>
        <source>Count this class among the others</source>
        <translation>归入“其他”</translation>
    </message>
    <message>
        <source>Usual classes, shapes and colours</source>
        <translation>恢复默认的分类、形状和颜色</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Where cases crowd, the class further up is shown.</source>
        <translation>案件密集处显示靠上的一类。</translation>
    </message>
    <message>
        <source>Colour of the symbol</source>
        <translation>符号颜色</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IncidentFields</name>
    <message>
        <source>What is there? Shift+Enter begins a new line</source>
        <translation>什么问题？Shift+回车换行</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Source, time</source>
        <translation>来源、时间</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos are still being copied. Try again in a moment.</source>
        <translation>照片仍在复制，请稍后再试。</translation>
    </message>
    <message>
        <source>The quantity is not a number.</source>
        <translation>数量不是数字。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IncidentEntry</name>
    <message>
        <source>Click the map where it belongs.</source>
        <translation>在地图上点击它的位置。</translation>
    </message>
    <message>
        <source>Moved on the map</source>
        <translation>在地图上移动</translation>
    </message>
    <message>
        <source>The case was moved. Undo takes it back.</source>
        <translation>案件位置已移动，可撤销。</translation>
    </message>
    <message>
        <source>A click enters a new incident there.</source>
        <translation>点击处将登记新案件。</translation>
    </message>
    <message>
        <source>%1 Esc ends it.</source>
        <translation>%1按 Esc 结束。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IncidentStyleDialog</name>
    <message>
        <source>Style of incidents</source>
        <translation>案件图层样式</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Numbered clusters</source>
        <translation>数字聚合</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Cases closer than this are counted together</source>
        <translation>相距不足此值的案件合并计数</translation>
    </message>
    <message>
        <source>Radius of the kernel on the ground: a colour means the same density at every scale</source>
        <translation>核函数在地面上的半径：无论比例尺，同一颜色表示同一密度</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>聚合距离</translation>
    </message>
    <message>
        <source>Kernel radius</source>
        <translation>核半径</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>亮灯</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Symbols by</source>
        <translation>符号区分</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分类</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping: %1</source>
        <translation>正在停止：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::KindField</name>
    <message>
        <source>What was done: a few letters</source>
        <translation>工作类别：拼音首字母</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LanguageBox</name>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LayerList</name>
    <message>
        <source>%1 (loading)</source>
        <translation>%1（加载中）</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LayerLoader</name>
    <message>
        <source>Loading layers</source>
        <translation>正在加载图层</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LayerPanel</name>
    <message>
        <source>Add layers</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>移除图层</translation>
    </message>
    <message>
        <source>Add layers …</source>
        <translation>添加图层…</translation>
    </message>
    <message>
        <source>Zoom to layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Style …</source>
        <translation>样式…</translation>
    </message>
    <message>
        <source>Usual style</source>
        <translation>恢复默认样式</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Find the file …</source>
        <translation>查找文件…</translation>
    </message>
    <message>
        <source>Find the file of %1</source>
        <translation>查找 %1 的文件</translation>
    </message>
    <message>
        <source>Add map service …</source>
        <translation>添加地图服务…</translation>
    </message>
    <message>
        <source>Coordinate system and datum …</source>
        <translation>坐标系与基准…</translation>
    </message>
    <message>
        <source>Check the datum …</source>
        <translation>检查坐标基准…</translation>
    </message>
    <message>
        <source>Make overviews</source>
        <translation>生成影像金字塔</translation>
    </message>
    <message>
        <source>%1 is large and has no overviews: from afar it is drawn slowly.</source>
        <translation>%1较大且没有影像金字塔：缩小显示时较慢。</translation>
    </message>
    <message>
        <source>Overviews are smaller sizes of the image, made once. They are kept beside it, or in your cache folder where nothing may be written beside it.</source>
        <translation>影像金字塔是影像的缩小版本，只需生成一次，保存在影像旁；影像所在文件夹不可写时，保存在您的缓存文件夹。</translation>
    </message>
    <message>
        <source>Notes …</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>Zoom to all of it</source>
        <translation>缩放到全部</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) of %1 lie far away and are not in view.</source>
        <translation>
            <numerusform>%1 中有 %n 个图形离得很远，不在视图内。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LayerWords</name>
    <message>
        <source>Incidents</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>Belongs to %1</source>
        <translation>数据来源：%1</translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation>位置未知</translation>
    </message>
    <message>
        <source>place approximate</source>
        <translation>位置近似</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略去 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <translation>
            <numerusform>%n 个不完整</numerusform>
        </translation>
    </message>
    <message>
        <source>coarser</source>
        <translation>已简化</translation>
    </message>
    <message numerus="yes">
        <source>%n far away</source>
        <translation>
            <numerusform>%n 个偏远</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LimitList</name>
    <message>
        <source>municipal example</source>
        <translation>城市示例</translation>
    </message>
    <message>
        <source>Filing condition</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Closing condition</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Chosen beforehand when a case is entered</source>
        <translation>登记案件时默认选用</translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation>添加时限</translation>
    </message>
    <message>
        <source>Remove limit</source>
        <translation>删除时限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the bureau&apos;s own</source>
        <translation>本单位规定</translation>
    </message>
    <message>
        <source>A municipal example is nobody&apos;s rule but that city&apos;s: change it to your own before use.</source>
        <translation>城市示例只是该城市的规定：使用前请改为本单位的规定。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LinkedPanel</name>
    <message>
        <source>Choose nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Take away what was chosen here; other conditions of the filter stay</source>
        <translation>取消此处的选择，其他筛选条件不变</translation>
    </message>
    <message>
        <source>Big classes</source>
        <translation>大类</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>小类</translation>
    </message>
    <message>
        <source>Level of categories</source>
        <translation>类别层级</translation>
    </message>
    <message>
        <source>Cases by category</source>
        <translation>按类别统计案件</translation>
    </message>
    <message>
        <source>Cases by state</source>
        <translation>按状态统计案件</translation>
    </message>
    <message>
        <source>Cases by source</source>
        <translation>按来源统计案件</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Hour of the week</source>
        <translation>每周时段</translation>
    </message>
    <message>
        <source>%L1 of %L2 cases</source>
        <translation>%L2件案件中的%L1件</translation>
    </message>
    <message>
        <source>without a category</source>
        <translation>无类别</translation>
    </message>
    <message numerus="yes">
        <source>%n more …</source>
        <translation>
            <numerusform>另外 %n 类…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LookEditor</name>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Casing</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>线型</translation>
    </message>
    <message>
        <source>Point size</source>
        <translation>点的大小</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>自有线型</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::MainWindow</name>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>History</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Click the map where the case belongs.</source>
        <translation>请在地图上点击案件的正确位置。</translation>
    </message>
    <message>
        <source>Add layers</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source> (reading only)</source>
        <translation>（只读）</translation>
    </message>
    <message>
        <source>Coordinate system of the map</source>
        <translation>地图坐标系</translation>
    </message>
    <message>
        <source>“%1” is not finished. Stop it and quit?</source>
        <translation>“%1”尚未完成。要停止并退出吗？</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>工作记录</translation>
    </message>
    <message>
        <source>Click the map where the work was done.</source>
        <translation>请在地图上点击工作地点。</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Inbox (%1)</source>
        <translation>收件箱（%1）</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡查</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::MapCommands</name>
    <message>
        <source>Enter incident here</source>
        <translation>在此登记案件</translation>
    </message>
    <message>
        <source>What is here?</source>
        <translation>此处有什么？</translation>
    </message>
    <message>
        <source>Centre here</source>
        <translation>以此为中心</translation>
    </message>
    <message>
        <source>Copy coordinate</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Copied (%1): %2</source>
        <translation>已复制（%1）：%2</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>还没有书签</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>删除书签</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Name of what is seen now:</source>
        <translation>当前视图的名称：</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::MapLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Show or hide what the signs on the map mean</source>
        <translation>显示或隐藏图上符号的含义</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::MapServiceDialog</name>
    <message>
        <source>Read description</source>
        <translation>读取描述</translation>
    </message>
    <message>
        <source>Add map service</source>
        <translation>添加地图服务</translation>
    </message>
    <message>
        <source>Tiles by {z}, {x} and {y} ({-y} when rows are counted from below, {s} for one of several servers), or the address of a WMTS</source>
        <translation>按{z}、{x}、{y}取瓦片（行号自下而上时用{-y}，多个服务器用{s}），或WMTS的地址</translation>
    </message>
    <message>
        <source>One letter or digit for each server</source>
        <translation>每个服务器一个字母或数字</translation>
    </message>
    <message>
        <source>CGCS2000 or WGS 84</source>
        <translation>CGCS2000或WGS 84</translation>
    </message>
    <message>
        <source>GCJ-02 (Amap, Tencent)</source>
        <translation>GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Servers {s}</source>
        <translation>服务器 {s}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Grid of tiles</source>
        <translation>瓦片矩阵集</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标基准</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Only layers that are added by address use the network, and only their own. What was seen is kept on this computer (512 MB at most) and shown when the service cannot be reached.</source>
        <translation>只有按地址添加的图层使用网络，且只访问各自的地址。看过的瓦片保存在本机（最多512 MB），服务不可达时仍可显示。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>The address begins with http:// or https://.</source>
        <translation>地址须以http://或https://开头。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The service does not answer: %1</source>
        <translation>服务没有应答：%1</translation>
    </message>
    <message>
        <source>The address needs {z}, {x} and {y} and begins with http:// or https://.</source>
        <translation>地址须含{z}、{x}、{y}，并以http://或https://开头。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation>没有提示。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::MethodEditor</name>
    <message>
        <source>Methods of handling</source>
        <translation>处置方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Choose a method, or add one.</source>
        <translation>选择一种处置方式，或新增。</translation>
    </message>
    <message>
        <source>Offered when a case is handled</source>
        <translation>处置时可选</translation>
    </message>
    <message>
        <source>The key stays with the cases, so it is given once. Short Latin words are best.</source>
        <translation>键随案件保存，确定后不再更改。宜用简短的拉丁字母单词。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>There already is a method with the key %1.</source>
        <translation>已有键为 %1 的处置方式。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::NewDistrictDialog</name>
    <message>
        <source>New district</source>
        <translation>新建辖区</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Chosen from the first area</source>
        <translation>按第一个区域自动选择</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Plane of the map</source>
        <translation>地图平面坐标系</translation>
    </message>
    <message>
        <source>File of the new district</source>
        <translation>新辖区的文件</translation>
    </message>
    <message>
        <source>Districts (*.gpkg)</source>
        <translation>辖区文件 (*.gpkg)</translation>
    </message>
    <message>
        <source>There is already a file of this name. Choose another one.</source>
        <translation>已有同名文件，请换一个。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再次输入</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::NumberingEditor</name>
    <message>
        <source>Case numbers</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>The year in four digits</source>
        <translation>四位年份</translation>
    </message>
    <message>
        <source>The month in two digits</source>
        <translation>两位月份</translation>
    </message>
    <message>
        <source>The day in two digits</source>
        <translation>两位日期</translation>
    </message>
    <message>
        <source>The running number with at least so many digits; it begins again when the rest changes</source>
        <translation>流水号，至少这么多位；其余部分变化时重新开始</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>Other text stands as it is. Numbers given already stay, and none is given twice.</source>
        <translation>其他文字原样保留。已给出的编号不变，也不会重复。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::OrganisationEditor</name>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Choose an organisation, or add the first one: squads, departments, contractors and street offices that handle cases.</source>
        <translation>选择一个单位，或添加第一个：办理案件的中队、专业部门、承包单位和街道。</translation>
    </message>
    <message>
        <source>Handles cases at present</source>
        <translation>目前办理案件</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Choose the organisation above from the list.</source>
        <translation>请从列表中选择上级单位。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::OverviewJob</name>
    <message>
        <source>Making overviews of %1</source>
        <translation>正在生成%1的影像金字塔</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PeriodField</name>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自…至…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>This half-year</source>
        <translation>本半年</translation>
    </message>
    <message>
        <source>Last half-year</source>
        <translation>前一个半年</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PersonEditor</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Choose a person, or add the first one.</source>
        <translation>选择一名人员，或添加第一名。</translation>
    </message>
    <message>
        <source>Works here at present</source>
        <translation>目前在岗</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Choose the organisation from the list.</source>
        <translation>请从列表中选择单位。</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoAdding</name>
    <message>
        <source>pasted %1</source>
        <translation>粘贴 %1</translation>
    </message>
    <message>
        <source>%1 has %2. It is copied beside the district and stays there. Attach it?</source>
        <translation>%1 大小为 %2，将复制到本区文件旁并一直保留。确定添加吗？</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Copying %1</source>
        <translation>正在复制 %1</translation>
    </message>
    <message numerus="yes">
        <source>Copying %n file(s)</source>
        <translation>
            <numerusform>正在复制 %n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoComparison</name>
    <message>
        <source>Two photos with a line between them that is moved with the arrow keys</source>
        <translation>两张照片，中间的分隔线可用方向键移动</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoCopies</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Copying %1 for other programs</source>
        <translation>正在为其他程序复制 %1</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoNoteText</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a span of time</comment>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>no time in the photo</source>
        <translation>照片中没有时间</translation>
    </message>
    <message>
        <source>taken at the time of the handling</source>
        <translation>拍摄于处置时</translation>
    </message>
    <message>
        <source>taken at the time of the report</source>
        <translation>拍摄于上报时</translation>
    </message>
    <message>
        <source>taken %1 before the handling</source>
        <translation>拍摄于处置前 %1</translation>
    </message>
    <message>
        <source>taken %1 before the report</source>
        <translation>拍摄于上报前 %1</translation>
    </message>
    <message>
        <source>taken %1 after the handling</source>
        <translation>拍摄于处置后 %1</translation>
    </message>
    <message>
        <source>taken %1 after the report</source>
        <translation>拍摄于上报后 %1</translation>
    </message>
    <message>
        <source>%1 from the place</source>
        <translation>距案件位置 %1</translation>
    </message>
    <message>
        <source>no place in the photo</source>
        <translation>照片中没有位置</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a note on a photo</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoStrip</name>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep the originals</source>
        <translation>保留原图</translation>
    </message>
    <message>
        <source>Compare two photos with a line between them</source>
        <translation>对比两张照片（拖动分隔线）</translation>
    </message>
    <message>
        <source>Choose photos or papers, drop them here, or paste them (Ctrl+Shift+V)</source>
        <translation>选择照片或附件，也可拖到此处或粘贴 (Ctrl+Shift+V)</translation>
    </message>
    <message>
        <source>copying …</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>kept at %1 instead of %2</source>
        <translation>保存为 %1（原为 %2）</translation>
    </message>
    <message>
        <source>Delete takes it away</source>
        <translation>按 Delete 移除</translation>
    </message>
    <message>
        <source>Photos are copied with at most %L1 pixels on the longer side, which is enough to see everything; time and place stay. Checked, the files are kept as they are.</source>
        <translation>照片按长边不超过 %L1 像素保存副本，足以看清细节，拍摄时间和位置不丢失。勾选后按原文件保存。</translation>
    </message>
    <message>
        <source>Add photos and papers</source>
        <translation>添加照片和附件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>%1 is being copied for other programs. Drag it again in a moment.</source>
        <translation>正在为其他程序复制 %1，请稍后再拖。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoViewer</name>
    <message>
        <source>The one before (←)</source>
        <translation>上一张 (←)</translation>
    </message>
    <message>
        <source>The next (→)</source>
        <translation>下一张 (→)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>From what the camera wrote into the photo. Clocks and positions of cameras can be wrong.</source>
        <translation>依据相机写入照片的信息。相机的时钟和定位可能有误。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PlaceField</name>
    <message>
        <source>longitude, latitude</source>
        <translation>经度, 纬度</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PlaceRail</name>
    <message>
        <source>Work places</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>The map with areas, layers and the selected case (Ctrl+1)</source>
        <translation>地图，连同区域、图层和所选案件（Ctrl+1）</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>The table of cases beside the map (Ctrl+2)</source>
        <translation>案件表格与地图（Ctrl+2）</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>The figures of a period, each with the cases behind it (Ctrl+3)</source>
        <translation>某一时段的各项数据，每个数据都可查到对应案件（Ctrl+3）</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>What patrols covered of the roads and what they missed (Ctrl+4)</source>
        <translation>巡查走到哪些路段、漏了哪些（Ctrl+4）</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ProblemsModel</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>附说明</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ProposalView</name>
    <message>
        <source>No category</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>反映人</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ProtectDialog</name>
    <message>
        <source>Protect personal data</source>
        <translation>保护个人信息</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Names and telephone numbers of reporters are sealed in this file, its history and its backups. Everything else works as before, and new ones can be entered without the passphrase; it is only asked for to read them.</source>
        <translation>上报人的姓名和电话将在本文件、操作日志和备份中加密。其他功能不受影响；录入新的上报人不需要口令，查看时才需要。</translation>
    </message>
    <message>
        <source>What was reported with a name before now can no longer be undone, and copies kept elsewhere stay as they are.</source>
        <translation>此前带姓名的上报操作将不能再撤销；存放在别处的副本不受影响。</translation>
    </message>
    <message>
        <source>This recovery code sets a new passphrase when the old one is lost. Keep it on paper, apart from this computer. It is not shown again, and without passphrase and code nobody can read the data.</source>
        <translation>忘记口令时，可用此恢复码设置新口令。请抄写或打印后离机保存。恢复码不再显示；口令和恢复码都丢失后，任何人都无法再查看这些信息。</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Type the code from the paper</source>
        <translation>请照纸上的恢复码输入</translation>
    </message>
    <message>
        <source>Making the key</source>
        <translation>正在生成密钥</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Recovery code of the personal data of %1</source>
        <translation>%1个人信息恢复码</translation>
    </message>
    <message>
        <source>That is another code.</source>
        <translation>这不是同一个恢复码。</translation>
    </message>
    <message>
        <source>Protecting personal data</source>
        <translation>正在保护个人信息</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ReadRowsModel</name>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Longitude, latitude</source>
        <translation>经度、纬度</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ReceiverField</name>
    <message>
        <source>Person or organisation</source>
        <translation>人员或单位</translation>
    </message>
    <message>
        <source>%1 · on duty</source>
        <translation>%1 · 在岗</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RecordEditor</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Save or discard what you entered first.</source>
        <translation>请先保存或放弃填写的内容。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RelapseWindow</name>
    <message>
        <source>Cleared, then back again</source>
        <translation>前清后乱、反复回潮</translation>
    </message>
    <message>
        <source>squares of %1 m</source>
        <translation>%1 米方格</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Big class</source>
        <translation>大类</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>big class</source>
        <translation>大类</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>清理次数</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>回潮次数</translation>
    </message>
    <message>
        <source>Within the days</source>
        <translation>期限内回潮</translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>%n 天内</numerusform>
        </translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>保持天数</translation>
    </message>
    <message>
        <source>Last return</source>
        <translation>最近回潮</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>地点(&amp;P)：</translation>
    </message>
    <message>
        <source>Back &amp;within:</source>
        <translation>回潮期限(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Same problem:</source>
        <translation>同一问题(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Compare by:</source>
        <translation>比较(&amp;C)：</translation>
    </message>
    <message>
        <source>Looking for what came back …</source>
        <translation>正在查找回潮的地点…</translation>
    </message>
    <message>
        <source>half of them were back after %1 days</source>
        <translation>半数在 %1 天后回潮</translation>
    </message>
    <message>
        <source>fewer than half of them came back</source>
        <translation>回潮的不足半数</translation>
    </message>
    <message>
        <source>%L1 clearings, %L2 came back, %L3 are clear until now (censored); %4</source>
        <translation>清理%L1次，回潮%L2次，至今未回潮%L3次（删失）；%4</translation>
    </message>
    <message>
        <source>outside every grid</source>
        <translation>网格外</translation>
    </message>
    <message>
        <source>without a category</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>without a source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无处置单位</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>%L1 places with a category were cleared, %L2 of them relapsed.</source>
        <translation>按地点和类别计，清理过%L1处，其中%L2处回潮。</translation>
    </message>
    <message>
        <source>The first %L1 are listed.</source>
        <translation>列出前%L1处。</translation>
    </message>
    <message>
        <source>The days of the filter are left out here: a return after them would not be seen.</source>
        <translation>此处不受筛选日期限制，否则期限之后的回潮会看不到。</translation>
    </message>
    <message>
        <source>all places</source>
        <translation>全部地点</translation>
    </message>
    <message numerus="yes">
        <source>%n more group(s) are part of the test and not drawn.</source>
        <translation>
            <numerusform>另有 %n 组参与检验，未绘出。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>没有可比较的组。</translation>
    </message>
    <message>
        <source>Log-rank test: χ² = %1 with %2 degree(s) of freedom, p %3. A small p says that the groups differ, not why.</source>
        <translation>对数秩检验：χ² = %1，自由度 %2，p %3。p 小说明各组有差异，不说明原因。</translation>
    </message>
    <message>
        <source>The shade is the 95 % interval.</source>
        <translation>阴影为 95% 区间。</translation>
    </message>
    <message>
        <source>method of handling</source>
        <translation>处置方式</translation>
    </message>
    <message>
        <source>road grade</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>method not said</source>
        <translation>未注明方式</translation>
    </message>
    <message>
        <source>not on a road with a grade</source>
        <translation>不在有等级的道路上</translation>
    </message>
    <message>
        <source>the same address</source>
        <translation>同一地址</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ReportDialog</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>All of this kind</source>
        <translation>该类全部区域</translation>
    </message>
    <message>
        <source>Only these:</source>
        <translation>仅以下：</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>编码或名称</translation>
    </message>
    <message>
        <source>One file with a summary and bookmarks</source>
        <translation>合为一个文件，含汇总和书签</translation>
    </message>
    <message>
        <source>One file for each area</source>
        <translation>每个区域一个文件</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报表语言</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Report on</source>
        <translation>报表范围</translation>
    </message>
    <message>
        <source>Choose an area.</source>
        <translation>请选择区域。</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>正在准备报表</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>报表文件夹</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报表</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写出报表</translation>
    </message>
    <message numerus="yes">
        <source>Report saved: %n page(s).</source>
        <translation>
            <numerusform>报表已保存，共 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Printing the report</source>
        <translation>正在打印报表</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Document to edit (*.odt)</source>
        <translation>可编辑文档（*.odt）</translation>
    </message>
    <message>
        <source>Its tables (*.xlsx)</source>
        <translation>仅表格（*.xlsx）</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存为</translation>
    </message>
    <message numerus="yes">
        <source>Report saved: %n file(s).</source>
        <translation>
            <numerusform>报告已保存：%n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ReportPreview</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>第</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1 页</translation>
    </message>
    <message>
        <source> of the first %1</source>
        <translation> / 前 %1 页</translation>
    </message>
    <message>
        <source>Drawing a page</source>
        <translation>正在绘制页面</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RetentionKeeper</name>
    <message>
        <source>Finishing an erasure</source>
        <translation>正在完成删除</translation>
    </message>
    <message>
        <source>Looking for personal data past their time</source>
        <translation>正在查找到期的个人信息</translation>
    </message>
    <message>
        <source>Erasing personal data</source>
        <translation>正在删除个人信息</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SavedLabel</name>
    <message>
        <source>Reading only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>The district was opened for reading only; nothing can be changed.</source>
        <translation>辖区以只读方式打开，不能更改。</translation>
    </message>
    <message>
        <source>Every change is in the file at once: %1</source>
        <translation>每次更改立即写入文件：%1</translation>
    </message>
    <message>
        <source>● Saved %1</source>
        <translation>● 已保存 %1</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● 已保存</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ScaleBox</name>
    <message>
        <source>Scale of the map</source>
        <translation>地图比例尺</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SearchBox</name>
    <message>
        <source>Search places, cases, commands (Ctrl+K)</source>
        <translation>搜索地点、案件、命令（Ctrl+K）</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SourceEditor</name>
    <message>
        <source>Sources of cases</source>
        <translation>案件来源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>计为</translation>
    </message>
    <message>
        <source>Choose a source, or add one.</source>
        <translation>选择一个来源，或添加。</translation>
    </message>
    <message>
        <source>A report by the public</source>
        <translation>公众举报</translation>
    </message>
    <message>
        <source>A report by a collector</source>
        <translation>监督员上报</translation>
    </message>
    <message>
        <source>Offered when a case is entered</source>
        <translation>登记案件时提供选择</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>The key stays with the cases, so it is given once. Short Latin words are best.</source>
        <translation>标识随案件保存，只能设置一次，宜用简短的英文。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公众</translation>
    </message>
    <message>
        <source>collector</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>There already is a source with the key %1.</source>
        <translation>已有标识为 %1 的来源。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SourceFieldList</name>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>day and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Has to be filled in</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Known only later, as a reply is</source>
        <translation>事后填写，例如答复</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>删除字段</translation>
    </message>
    <message>
        <source>names with commas between them</source>
        <translation>各选项用逗号隔开</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Ask it earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Ask it after the next one</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>What is asked besides when a case comes this way</source>
        <translation>案件来自这一来源时另外填写的内容</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>可选项</translation>
    </message>
    <message>
        <source>later</source>
        <translation>事后</translation>
    </message>
    <message>
        <source>always</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SourceFieldsDialog</name>
    <message>
        <source>%1: case %2</source>
        <translation>%1：案件 %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SourceFieldsForm</name>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>year-month-day hour:minute</source>
        <translation>年-月-日 时:分</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::StartPage</name>
    <message>
        <source>Gridwarden</source>
        <translation>网格督导</translation>
    </message>
    <message>
        <source>Open the district, see it, and know who answers for what until when.</source>
        <translation>打开辖区，一目了然：谁负责、管什么、何时到期。</translation>
    </message>
    <message>
        <source>Open a district</source>
        <translation>打开辖区</translation>
    </message>
    <message>
        <source>A file of this program (.gpkg)</source>
        <translation>本程序的文件（.gpkg）</translation>
    </message>
    <message>
        <source>New district</source>
        <translation>新建辖区</translation>
    </message>
    <message>
        <source>With the standard categories, limits and calendar</source>
        <translation>含标准类别、时限和工作日历</translation>
    </message>
    <message>
        <source>Create a demo district</source>
        <translation>创建演示辖区</translation>
    </message>
    <message>
        <source>Real streets, made-up cases: to try everything</source>
        <translation>真实街道、虚构案件，可随意试用</translation>
    </message>
    <message>
        <source>Recent districts</source>
        <translation>最近打开的辖区</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>%1 is not there now</source>
        <translation>%1 现在不存在</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::StatusLine</name>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::StepForm</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no conditions are kept for this category</source>
        <translation>该类别没有设置条件</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos after</source>
        <translation>处置后照片</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>number of the other case</source>
        <translation>另一案件的编号</translation>
    </message>
    <message>
        <source>With</source>
        <translation>关联案件</translation>
    </message>
    <message>
        <source>Choose a person or an organisation of the list.</source>
        <translation>请从列表中选择人员或单位。</translation>
    </message>
    <message>
        <source>The quantity is not a number.</source>
        <translation>数量不是数字。</translation>
    </message>
    <message>
        <source>There is no case with this number.</source>
        <translation>没有此编号的案件。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>处置方式</translation>
    </message>
    <message numerus="yes">
        <source>Also close the %n further report(s) of this problem</source>
        <translation>
            <numerusform>同时办结该问题的另外%n次上报</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply to the urging</source>
        <translation>回复督办</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Write the reply.</source>
        <translation>请填写回复内容。</translation>
    </message>
    <message>
        <source>Photos are still being copied. Try again in a moment.</source>
        <translation>照片仍在复制，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::StyleDialog</name>
    <message>
        <source>Style of %1</source>
        <translation>%1 的样式</translation>
    </message>
    <message>
        <source>One colour for all</source>
        <translation>统一颜色</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>不标注</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>按字段着色</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Load …</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>另存…</translation>
    </message>
    <message>
        <source>Take the style from a file</source>
        <translation>从文件载入样式</translation>
    </message>
    <message>
        <source>Write the style to a file, for another layer or district</source>
        <translation>把样式存为文件，供其他图层或辖区使用</translation>
    </message>
    <message>
        <source>Each value</source>
        <translation>逐值</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>等间距</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>分级数</translation>
    </message>
    <message>
        <source>Any near scale</source>
        <translation>近处不限</translation>
    </message>
    <message>
        <source>Any far scale</source>
        <translation>远处不限</translation>
    </message>
    <message>
        <source>Shown at</source>
        <translation>显示比例</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>Load style</source>
        <translation>载入样式</translation>
    </message>
    <message>
        <source>Styles (*.json)</source>
        <translation>样式 (*.json)</translation>
    </message>
    <message>
        <source>Save style</source>
        <translation>保存样式</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SurvivalChart</name>
    <message>
        <source>How long cleared places stay clear</source>
        <translation>清理后保持多久</translation>
    </message>
    <message>
        <source>Days since the clearing</source>
        <translation>清理后天数</translation>
    </message>
    <message>
        <source>Share that is still clear</source>
        <translation>仍未回潮的比例</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::TileFetcher</name>
    <message>
        <source>It cannot be reached (%1). What was seen before is shown.</source>
        <translation>无法连接（%1）。显示以前看过的内容。</translation>
    </message>
    <message>
        <source>It refuses with status %1. What was seen before is shown.</source>
        <translation>服务拒绝，状态码%1。显示以前看过的内容。</translation>
    </message>
    <message>
        <source>It answers with something that is no picture.</source>
        <translation>服务返回的不是图片。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::TimeBar</name>
    <message>
        <source>How far one step moves the window</source>
        <translation>每步移动的时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>How many steps in a second</source>
        <translation>每秒步数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1 步/秒</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Hide the time line</source>
        <translation>隐藏时间轴</translation>
    </message>
    <message>
        <source>Pause (space bar on the time line)</source>
        <translation>暂停（时间轴上按空格键）</translation>
    </message>
    <message>
        <source>Let time run (space bar on the time line)</source>
        <translation>播放（时间轴上按空格键）</translation>
    </message>
    <message>
        <source>%1 to %2: %L3 cases</source>
        <translation>%1 至 %2：%L3 件</translation>
    </message>
    <message>
        <source>No cases</source>
        <translation>没有案件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::TimeLine</name>
    <message>
        <source>Time line</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Drag the window or its ends; double click: all days</source>
        <translation>拖动窗口或其两端；双击显示全部日期</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::TimeWindow</name>
    <message>
        <source>Sorting by time</source>
        <translation>正在按时间排序</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ToolStrip</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Who acts: written beside every change. This is not a login.</source>
        <translation>操作人：记在每次更改旁。这不是登录。</translation>
    </message>
    <message>
        <source>%1 (user of this computer)</source>
        <translation>%1（本机用户）</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::UnsealDialog</name>
    <message>
        <source>I have the recovery code only</source>
        <translation>只有恢复码</translation>
    </message>
    <message>
        <source>Show personal data</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Names and telephone numbers of reporters are shown for a quarter of an hour. The history notes that %1 has unsealed them.</source>
        <translation>上报人的姓名和电话将显示十五分钟。操作日志会记下由“%1”解锁。</translation>
    </message>
    <message>
        <source>Whoever knows the new passphrase can read the personal data. It also takes effect in the backups.</source>
        <translation>知道新口令的人即可查看个人信息。备份中的口令也会一并更换。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>正在核对口令</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Renewing the backups</source>
        <translation>正在更新备份</translation>
    </message>
    <message>
        <source>Personal data are only shown where the history can note it: open the district for writing.</source>
        <translation>查看个人信息须记入操作日志：请以可写方式打开辖区。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ViewMenu</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Filter, columns and order under a name</source>
        <translation>以名称保存的筛选、列和排序</translation>
    </message>
    <message>
        <source>Save the present view …</source>
        <translation>保存当前视图…</translation>
    </message>
    <message>
        <source>Save the present view</source>
        <translation>保存当前视图</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>There is a view “%1” already.</source>
        <translation>已有名为“%1”的视图。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>You have no duty in a zone today, so the cases of all areas are shown. Who you are is chosen in the status bar.</source>
        <translation>您今天在任何片区都没有职责，因此显示所有区域的案件。操作人在状态栏中选择。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::WeekGrid</name>
    <message>
        <source>Cases by hour of the week</source>
        <translation>按每周时段统计案件</translation>
    </message>
    <message>
        <source>%1 %2:00 to %3:00: %L4 cases</source>
        <translation>%1 %2:00—%3:00：%L4件</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::WindowMenus</name>
    <message>
        <source>No recent districts</source>
        <translation>没有最近打开的辖区</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>最近打开(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>书签(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;District</source>
        <translation>辖区(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::WorkListDialog</name>
    <message>
        <source>Work list</source>
        <translation>处置清单</translation>
    </message>
    <message>
        <source>&amp;Whose</source>
        <translation>谁的清单(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Language of the list</source>
        <translation>清单语言(&amp;L)</translation>
    </message>
    <message>
        <source>Choose a person or an organisation.</source>
        <translation>请选择人员或单位。</translation>
    </message>
    <message>
        <source>Preparing the work list</source>
        <translation>正在准备处置清单</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in hand</source>
        <translation>
            <numerusform>在办 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::WorkingPlanList</name>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>不限起始</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The first plan that holds on a day and has its weekday counts. A make-up working day takes the first plan with hours.</source>
        <translation>当日有效且包含该星期的第一个方案生效；调休上班日采用第一个有工作时段的方案。</translation>
    </message>
    <message>
        <source>nobody works</source>
        <translation>无人上班</translation>
    </message>
    <message>
        <source>Give the hours in order, as 08:00-12:00, 14:00-18:00.</source>
        <translation>请按顺序填写时段，如 08:00-12:00, 14:00-18:00。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::Workspace</name>
    <message>
        <source>Undoing: %1</source>
        <translation>正在撤销：%1</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation>正在重做：%1</translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation>正在重做</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::YearCalendar</name>
    <message>
        <source>w</source>
        <comment>make-up working day, one character</comment>
        <translation>班</translation>
    </message>
    <message>
        <source>h</source>
        <comment>holiday, one character</comment>
        <translation>休</translation>
    </message>
</context>
<context>
    <name>FigureGroups</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>其他工作</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <translation>%1 个百分点</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FigureTable</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>On before</source>
        <translation>环比</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>On year</source>
        <translation>同比</translation>
    </message>
    <message>
        <source>%1: show the records behind it</source>
        <translation>%1：查看对应记录</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FigureChart</name>
    <message>
        <source>Save the chart as …</source>
        <translation>图表另存为…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;图片 (*.png)</translation>
    </message>
    <message>
        <source>The chart could not be written to %1.</source>
        <translation>无法将图表写入 %1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FigureBoard</name>
    <message>
        <source>Hide zeros</source>
        <translation>隐藏零值</translation>
    </message>
    <message>
        <source>Leave out figures that are 0 in all three periods</source>
        <translation>不列出三个时段均为 0 的数据</translation>
    </message>
    <message>
        <source>Find a figure</source>
        <translation>查找数据</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>The whole district</source>
        <translation>全辖区</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>仅限：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%1, %2: there is no record behind it.</source>
        <translation>%1（%2）：没有对应记录。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::KeyChoice</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RuleFields</name>
    <message>
        <source>not: %1</source>
        <translation>非“%1”</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>须满足</translation>
    </message>
    <message>
        <source>Must not be</source>
        <translation>须不满足</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>places with cases</source>
        <translation>案件点位</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>quantities of steps</source>
        <translation>环节中的数量</translation>
    </message>
    <message>
        <source>entries of work</source>
        <translation>工作记录条数</translation>
    </message>
    <message>
        <source>quantities of work</source>
        <translation>工作记录数量</translation>
    </message>
    <message>
        <source>people of work</source>
        <translation>工作记录人次</translation>
    </message>
    <message>
        <source>hours of work</source>
        <translation>工作记录时长（小时）</translation>
    </message>
    <message>
        <source>the sum of figures</source>
        <translation>几项数据之和</translation>
    </message>
    <message>
        <source>a rate of two figures</source>
        <translation>两项数据之比</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>choose at least one</source>
        <translation>请至少选一项</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Urgings</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>urgings and replies</source>
        <translation>督办及回复</translation>
    </message>
    <message>
        <source>urgings</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Kind of urging</source>
        <translation>督办类型</translation>
    </message>
    <message>
        <source>Kinds of work</source>
        <translation>工作类型</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Quantities in</source>
        <translation>数量单位</translation>
    </message>
    <message>
        <source>the unit, for instance 处</source>
        <translation>计量单位，如“处”</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>What is left: 1 − numerator ÷ denominator</source>
        <translation>取反：1 − 分子 ÷ 分母</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>all of the public</source>
        <translation>全部公众举报</translation>
    </message>
    <message>
        <source>all of collectors</source>
        <translation>全部监督员采集</translation>
    </message>
    <message>
        <source>Methods of handling</source>
        <translation>处置方式</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FigureEditor</name>
    <message>
        <source>Figures</source>
        <translation>数据口径</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Choose a figure, or add one.</source>
        <translation>请选择数据，或新增。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>口径说明</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文说明</translation>
    </message>
    <message>
        <source>Defined by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>被引用</translation>
    </message>
    <message>
        <source>what is counted, for the footnotes of reports</source>
        <translation>统计内容，用于报表脚注</translation>
    </message>
    <message>
        <source>a standard, a bulletin, the bureau itself</source>
        <translation>标准、通报或本局规定</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>the bureau</source>
        <translation>本局</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>There already is a figure with the key %1.</source>
        <translation>已有标识为 %1 的数据。</translation>
    </message>
    <message>
        <source>the text “%1”</source>
        <translation>总结模板“%1”</translation>
    </message>
    <message>
        <source>the scheme “%1”</source>
        <translation>考核方案“%1”</translation>
    </message>
</context>
<context>
    <name>SummarySaving</name>
    <message>
        <source>Work summary</source>
        <translation>工作总结</translation>
    </message>
    <message>
        <source>Numbers to verify later (*.json)</source>
        <translation>供日后核验的数据 (*.json)</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SlotHighlighter</name>
    <message>
        <source>No figure of this district has this name</source>
        <translation>本辖区没有此名称的数据</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::TextEditor</name>
    <message>
        <source>Text with slots for numbers</source>
        <translation>含数据位的文本</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SummaryWindow</name>
    <message>
        <source>Save text</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Save text as …</source>
        <translation>模板另存为…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Save summary …</source>
        <translation>保存总结…</translation>
    </message>
    <message>
        <source>Work summary</source>
        <translation>工作总结</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>{figure | unit | over | decimals | year-on-year | period-on-period | monthly | withheld}: an open brace offers the figures</source>
        <translation>{数据|单位|余|小数位|同比|环比|月均|保密}：输入左花括号后列出可用数据</translation>
    </message>
    <message>
        <source>The text was changed and is not saved.</source>
        <translation>模板已修改但未保存。</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Save text as</source>
        <translation>模板另存为</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>There already is a text with the name %1.</source>
        <translation>已有名为 %1 的模板。</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s); a click on one shows the records behind it.</source>
        <translation>
            <numerusform>共 %n 个数据，点击可查看对应记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. %n record(s).</source>
        <translation>
            <numerusform>%1：%2。共 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Keeps its numbers as they are now; later changes of the data show beside them</source>
        <translation>按现有数据存档，数据此后的变动将在旁显示</translation>
    </message>
    <message>
        <source>Publish the summary</source>
        <translation>发布总结</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Published: %1. What changes from now on shows beside it.</source>
        <translation>已发布：%1。此后的变动将在旁显示。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DetailView</name>
    <message>
        <source>Taken apart by</source>
        <translation>分解方式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>环比</translation>
    </message>
    <message>
        <source>Definition …</source>
        <translation>口径…</translation>
    </message>
    <message>
        <source>How the chosen figure is counted and where it is used; a bureau adds its own figures there</source>
        <translation>所选数据如何统计、用在何处；也可在此新增本局的数据</translation>
    </message>
    <message>
        <source>Through time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>By big class</source>
        <translation>按大类</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按小类</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>Choose a figure above</source>
        <translation>请在上方选择数据</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ScoreTable</name>
    <message>
        <source>Without a value: its weight is spread over the others.</source>
        <translation>无数据：其权重分摊到其他项。</translation>
    </message>
    <message>
        <source>Without a value: counts in full.</source>
        <translation>无数据：计满分。</translation>
    </message>
    <message>
        <source>Without a value: counts as nought.</source>
        <translation>无数据：计零分。</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>List</source>
        <translation>红黑榜</translation>
    </message>
    <message>
        <source>Adjusted rank</source>
        <translation>校正名次</translation>
    </message>
    <message>
        <source>Reports per km²</source>
        <translation>每平方公里上报</translation>
    </message>
    <message>
        <source>Weight %1 of %2</source>
        <translation>权重 %1（满分 %2）</translation>
    </message>
    <message>
        <source>Points beside the total</source>
        <translation>附加分</translation>
    </message>
    <message>
        <source>The rank if rates of few cases are drawn to the mean of all and counts are left out: what chance and diligent reporting do not move</source>
        <translation>案件少的比率向均值收缩、不计数量项时的名次：不受偶然和上报勤惰影响</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>▲ red</source>
        <translation>▲ 红榜</translation>
    </message>
    <message>
        <source>▼ black</source>
        <translation>▼ 黑榜</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::EvaluationPanel</name>
    <message>
        <source>Give a mark …</source>
        <translation>评分…</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Published …</source>
        <translation>已发布…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>考核方案</translation>
    </message>
    <message>
        <source>Kind of areas</source>
        <translation>区域类型</translation>
    </message>
    <message>
        <source>Keeps the ranking as it is now; later changes of the data show beside it</source>
        <translation>按现有数据存档排名，数据此后的变动将在旁显示</translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation>正在评价…</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1: there is no record behind it.</source>
        <translation>%1：没有对应记录。</translation>
    </message>
    <message>
        <source>Publish the ranking</source>
        <translation>发布排名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Published: %1. What changes from now on shows beside it.</source>
        <translation>已发布：%1。此后的变动将在旁显示。</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx);;Text tables (*.csv)</source>
        <translation>工作簿 (*.xlsx);;文本表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) belong to none of those evaluated.</source>
        <translation>
            <numerusform>有 %n 件案件不属于任何评价对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the schemes and edit them</source>
        <translation>查看和编辑考核方案</translation>
    </message>
</context>
<context>
    <name>MarkWindow</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Marks: %1</source>
        <translation>评分：%1</translation>
    </message>
    <message>
        <source>what it is given for: a document, a date, a finding</source>
        <translation>评分依据：文件、日期、检查结果</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Give the mark</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>For %1 to %2; several marks count as their mean.</source>
        <translation>时段 %1 至 %2；多次评分取平均。</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
</context>
<context>
    <name>PublicationWindow</name>
    <message>
        <source>not there</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 points, rank %2</source>
        <translation>%1 分，第 %2 名</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;: %2 → %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;：%2 → %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 → %4 (records %5 → %6)</source>
        <translation>%1 · %2：%3 → %4（记录 %5 → %6）</translation>
    </message>
    <message>
        <source>All numbers hold.</source>
        <translation>全部数据一致。</translation>
    </message>
    <message>
        <source>As of %1, by the records of now</source>
        <translation>截至 %1，按现有记录</translation>
    </message>
    <message>
        <source>As of now</source>
        <translation>截至当前</translation>
    </message>
    <message>
        <source>%1: %2 → %3 (records %4 → %5)</source>
        <translation>%1：%2 → %3（记录 %4 → %5）</translation>
    </message>
    <message>
        <source>%1: its figure is not defined any more</source>
        <translation>%1：口径已不存在</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Nothing is published yet. A ranking is published beside its table, a summary in its window.</source>
        <translation>尚无发布。排名在考核评价中发布，总结在工作总结窗口中发布。</translation>
    </message>
    <message>
        <source>Comparing with the records of now …</source>
        <translation>正在与现有记录比对…</translation>
    </message>
    <message>
        <source>Comparing what was published</source>
        <translation>比对已发布数据</translation>
    </message>
</context>
<context>
    <name>OfficialSaving</name>
    <message>
        <source>Document to edit (*.odt);;PDF (*.pdf)</source>
        <translation>可编辑文档 (*.odt);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Its tables (*.xlsx)</source>
        <translation>其中的表格 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::BulletinWindow</name>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Bulletin of a period</source>
        <translation>月报、通报</translation>
    </message>
    <message>
        <source>as the district has them</source>
        <translation>按辖区现有</translation>
    </message>
    <message>
        <source>in red at its head; may be empty</source>
        <translation>红色发文机关标志，可不填</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Areas compared</source>
        <translation>对比区域</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>主送机关</translation>
    </message>
    <message>
        <source>Making the bulletin</source>
        <translation>正在生成通报</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>情况通报</translation>
    </message>
    <message>
        <source>Supervision bulletin</source>
        <translation>督查通报</translation>
    </message>
    <message>
        <source>To be put right by</source>
        <translation>整改期限</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::FigurePlace</name>
    <message>
        <source>Board</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>考核评价</translation>
    </message>
</context>
<context>
    <name>SchemeFault</name>
    <message>
        <source>Give the item a name.</source>
        <translation>请填写项目名称。</translation>
    </message>
    <message>
        <source>The key is one word without blanks and without | + , &lt; &gt; = ! &quot; { }.</source>
        <translation>标识为一个词，不含空格和 | + , &lt; &gt; = ! &quot; { }。</translation>
    </message>
    <message>
        <source>An item with a rate or with bands needs a weight above 0.</source>
        <translation>按比率或分段计分的项目，权重应大于0。</translation>
    </message>
    <message>
        <source>Choose a figure from the list.</source>
        <translation>请从列表中选择数据。</translation>
    </message>
    <message>
        <source>Enter how many points each one gives or, below 0, takes away; or at least one band.</source>
        <translation>请填写每件加几分（扣分为负数）；按分段的，至少一段。</translation>
    </message>
    <message>
        <source>Bands ascend without touching: the first has no “from”, the last no “to”, the scores are 0 to 100.</source>
        <translation>分段应由小到大、互不相接：首段不填“起”，末段不填“止”，得分0至100。</translation>
    </message>
    <message>
        <source>Enter how many points it can be at most, above 0.</source>
        <translation>请填写最多几分，应大于0。</translation>
    </message>
    <message>
        <source>Enter out of how many the marks are, above 0.</source>
        <translation>请填写评分的满分，应大于0。</translation>
    </message>
    <message>
        <source>Give the scheme a name.</source>
        <translation>请填写方案名称。</translation>
    </message>
    <message>
        <source>A scheme has at least one item, and each item a key of its own.</source>
        <translation>方案至少有一个项目，各项目标识不重复。</translation>
    </message>
    <message>
        <source>Enter full marks above 0, for instance 100.</source>
        <translation>请填写大于0的满分，如100。</translation>
    </message>
    <message>
        <source>Grades go from the best to the rest: each from fewer percent than the one before it, the last without a number.</source>
        <translation>等级由高到低排列：每级起点低于上一级，最后一级不填。</translation>
    </message>
    <message>
        <source>Give each grade a name.</source>
        <translation>请填写每个等级的名称。</translation>
    </message>
    <message>
        <source>Give each group a name.</source>
        <translation>请填写每个分组的名称。</translation>
    </message>
    <message>
        <source>Choose a figure from the list and a number above 0, or leave it empty.</source>
        <translation>请从列表中选择数据并填写大于0的数，或不填。</translation>
    </message>
</context>
<context>
    <name>SchemeWords</name>
    <message>
        <source>who handles the case</source>
        <translation>处置人</translation>
    </message>
    <message>
        <source>who took the step: %1</source>
        <translation>该环节经办人：%1</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>half-year</source>
        <translation>半年</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>its weight is spread over the others</source>
        <translation>权重分摊到其他项</translation>
    </message>
    <message>
        <source>counts in full</source>
        <translation>计满分</translation>
    </message>
    <message>
        <source>counts as nought</source>
        <translation>计零分</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ItemFields</name>
    <message>
        <source>Add band</source>
        <translation>新增分段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Score of 100</source>
        <translation>得分（百分制）</translation>
    </message>
    <message>
        <source>100 × a rate</source>
        <translation>100×比率</translation>
    </message>
    <message>
        <source>100 × what a rate leaves</source>
        <translation>100×（1－比率）</translation>
    </message>
    <message>
        <source>a count, by bands</source>
        <translation>计数，按分段</translation>
    </message>
    <message>
        <source>points for each one counted</source>
        <translation>计数，每件加减分</translation>
    </message>
    <message>
        <source>by hand, with evidence</source>
        <translation>人工评分，附依据</translation>
    </message>
    <message>
        <source>as the scheme says</source>
        <translation>按方案规定</translation>
    </message>
    <message>
        <source>none: points beside the total</source>
        <translation>无：总分外加减分</translation>
    </message>
    <message>
        <source>Points of the total; below 0 they are taken away</source>
        <translation>总分中的分值，负数为扣分</translation>
    </message>
    <message>
        <source>Marks are given by it, so it stays</source>
        <translation>评分按标识记录，故不能更改</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分方式</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Points for each</source>
        <translation>每件分值</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Marks out of</source>
        <translation>评分满分</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Without a value</source>
        <translation>无数据时</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文说明</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ItemList</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation>删除项目</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>One line up</source>
        <translation>上移一行</translation>
    </message>
    <message>
        <source>One line down</source>
        <translation>下移一行</translation>
    </message>
    <message>
        <source>Full marks</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>人工评分</translation>
    </message>
    <message>
        <source>The weights add up to %1 of %2.</source>
        <translation>权重合计 %1，满分 %2。</translation>
    </message>
    <message>
        <source>%1 are missing.</source>
        <translation>还差 %1。</translation>
    </message>
    <message>
        <source>%1 are too many.</source>
        <translation>超出 %1。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LineTable</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>One line up</source>
        <translation>上移一行</translation>
    </message>
    <message>
        <source>One line down</source>
        <translation>下移一行</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RankingFields</name>
    <message>
        <source>Add grade</source>
        <translation>新增等级</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>From % of full marks</source>
        <translation>满分的百分之几起</translation>
    </message>
    <message>
        <source>Add figure</source>
        <translation>新增数据</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>何者为优</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多</translation>
    </message>
    <message>
        <source>less</source>
        <translation>少</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>everybody is ranked</source>
        <translation>全部排名</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Red list: first</source>
        <translation>红榜：前几名</translation>
    </message>
    <message>
        <source>Red list: grades</source>
        <translation>红榜：等级</translation>
    </message>
    <message>
        <source>Black list: last</source>
        <translation>黑榜：末几名</translation>
    </message>
    <message>
        <source>Black list: grades</source>
        <translation>黑榜：等级</translation>
    </message>
    <message>
        <source>Equal totals</source>
        <translation>同分时</translation>
    </message>
    <message>
        <source>Ranked by the number of</source>
        <translation>参加排名的数量</translation>
    </message>
    <message>
        <source>From so many on</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>An item without a value</source>
        <translation>项目无数据时</translation>
    </message>
    <message>
        <source>Ranked with a value for</source>
        <translation>有数据的权重不低于</translation>
    </message>
    <message>
        <source>Between equal totals these figures decide, the first one first</source>
        <translation>总分相同时依次按这些数据排先后</translation>
    </message>
    <message>
        <source>Of the weight, how much has to have a value; with less a subject is listed and not ranked</source>
        <translation>有数据的权重占比；不足的只列不排</translation>
    </message>
    <message>
        <source>none by rank</source>
        <translation>不按名次</translation>
    </message>
    <message>
        <source>none by grade</source>
        <translation>不按等级</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RankingPreview</name>
    <message>
        <source>The ranking as it would be</source>
        <translation>修改后的排名</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Rank now</source>
        <translation>现名次</translation>
    </message>
    <message>
        <source>Total now</source>
        <translation>现总分</translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation>正在评价…</translation>
    </message>
    <message>
        <source>A new scheme: nothing to compare with.</source>
        <translation>新方案，无可比较。</translation>
    </message>
    <message>
        <source>Nothing to compare with: the scheme as it stands ranks nobody, or others.</source>
        <translation>无可比较：现有方案无法排名，或考核对象不同。</translation>
    </message>
    <message>
        <source>Nobody&apos;s rank changes.</source>
        <translation>名次均无变化。</translation>
    </message>
    <message>
        <source>Ranks that change: %1.</source>
        <translation>名次变动：%1 个。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SchemeEditor</name>
    <message>
        <source>Schemes of evaluation</source>
        <translation>考核方案</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Choose a scheme, or add one.</source>
        <translation>请选择方案，或新增。</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>新增分组</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Add period</source>
        <translation>新增时段</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Is called</source>
        <translation>称为</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文说明</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Defined by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Groups of items</source>
        <translation>项目分组</translation>
    </message>
    <message>
        <source>Meant for</source>
        <translation>适用时段</translation>
    </message>
    <message>
        <source>a standard, a bulletin, the bureau itself</source>
        <translation>标准、通报或本局规定</translation>
    </message>
    <message>
        <source>Marks and the command line name the scheme by it, so it stays</source>
        <translation>评分和命令行按标识引用方案，故不能更改</translation>
    </message>
    <message>
        <source>Items and weights</source>
        <translation>项目与权重</translation>
    </message>
    <message>
        <source>Who is evaluated</source>
        <translation>评价对象</translation>
    </message>
    <message>
        <source>Grades and lists</source>
        <translation>等级与红黑榜</translation>
    </message>
    <message>
        <source>Notes and groups</source>
        <translation>说明与分组</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>own copy</source>
        <translation>本局修改</translation>
    </message>
    <message>
        <source>the bureau</source>
        <translation>本局</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) given by this scheme will count for nothing: their item, or those whom they were given to, will not be evaluated any more. They stay in the district.</source>
        <translation>
            <numerusform>按此方案的 %n 次评分将不再计入：其项目或评分对象将不再参加考核。评分仍保留在辖区中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>There already is a scheme with the key %1.</source>
        <translation>已有标识为 %1 的方案。</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SubjectFields</name>
    <message>
        <source>of every kind</source>
        <translation>各类</translation>
    </message>
    <message>
        <source>in every role</source>
        <translation>各种角色</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Evaluated are</source>
        <translation>评价对象</translation>
    </message>
    <message>
        <source>Kind of areas</source>
        <translation>区域类型</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Areas stand for their codes, whichever was valid in the period. People and organisations that are not active any more are listed where something counts for them.</source>
        <translation>区域按编码归并，以时段内有效者为准。已停用的单位和人员，有数据的仍列出。</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PatrolPanel</name>
    <message>
        <source>Only what was missed</source>
        <translation>只看漏巡</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>路段</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Whose tracks count</source>
        <translation>统计谁的轨迹</translation>
    </message>
    <message>
        <source>Import tracks …</source>
        <translation>导入轨迹…</translation>
    </message>
    <message>
        <source>Bring in tracks of patrols: GPX, NMEA, tables, layers</source>
        <translation>导入巡查轨迹：GPX、NMEA、表格、图层</translation>
    </message>
    <message>
        <source>Missed roads …</source>
        <translation>漏巡清单…</translation>
    </message>
    <message>
        <source>What was passed too seldom on the last day of the period, as a list to hand out</source>
        <translation>时段最后一天巡查不足的路段，作为补巡清单</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>The coverage of the period as a document</source>
        <translation>时段的巡查覆盖情况文档</translation>
    </message>
    <message>
        <source>Requirements …</source>
        <translation>巡查要求…</translation>
    </message>
    <message>
        <source>How often roads have to be passed, by their grade</source>
        <translation>各等级道路的巡查次数</translation>
    </message>
    <message>
        <source>All squads</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Counting coverage</source>
        <translation>正在统计覆盖</translation>
    </message>
    <message>
        <source>Import tracks</source>
        <translation>导入轨迹</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Looking for missed roads</source>
        <translation>正在查找漏巡路段</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::TrackImportDialog</name>
    <message>
        <source>Import tracks</source>
        <translation>导入轨迹</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>as the file says, else WGS 84</source>
        <translation>按文件说明，否则 WGS 84</translation>
    </message>
    <message>
        <source>GCJ-02 (Amap, Tencent)</source>
        <translation>GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>Tracks are matched to the roads of the district. Kept is which roads a squad passed and when, not who carried the device.</source>
        <translation>轨迹与辖区路段匹配。只保存哪个单位何时走过哪些路段，不保存由谁携带设备。</translation>
    </message>
    <message>
        <source>Whose tracks</source>
        <translation>轨迹所属单位</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Importing tracks</source>
        <translation>正在导入轨迹</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PatrolRulesDialog</name>
    <message>
        <source>How often roads have to be passed</source>
        <translation>道路巡查次数要求</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>不要求</translation>
    </message>
    <message>
        <source> a day</source>
        <translation> 次/日</translation>
    </message>
    <message>
        <source>Part of a road that has to be passed</source>
        <translation>计为走过的路段长度比例</translation>
    </message>
    <message>
        <source>A road counts as passed once when so much of its length was passed, in either direction. Grades are given to roads in the editor of areas.</source>
        <translation>路段走过这么长即计一路次，不分方向。道路等级在区域编辑中设定。</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Road</source>
        <translation>路段</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>长度（米）</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Share of its length that was passed at least once</source>
        <translation>至少走过一次的长度占比</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>路次</translation>
    </message>
    <message>
        <source>A road was passed as often as most of its length was, in either direction</source>
        <translation>路段大部分长度走过几遍即为几路次，不分方向</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Passes that were required and kept; sorted by what lacks</source>
        <translation>完成路次／应巡路次，按欠缺排序</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>达标天数</translation>
    </message>
    <message>
        <source>Days with as many passes as required</source>
        <translation>达到要求次数的天数</translation>
    </message>
    <message>
        <source>Last passed</source>
        <translation>最近巡查</translation>
    </message>
    <message>
        <source>Roads (km)</source>
        <translation>路段（公里）</translation>
    </message>
    <message>
        <source>Share of the length of its roads that was passed at least once</source>
        <translation>网格内路段至少走过一次的长度占比</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Time on its roads</source>
        <translation>在其路段上的时间</translation>
    </message>
    <message>
        <source>Hours without patrol</source>
        <translation>无巡查时段</translation>
    </message>
    <message>
        <source>Hours of duty in which nobody was on its roads on any day of the period</source>
        <translation>值勤时间内整个时段始终无人巡查的钟点</translation>
    </message>
    <message>
        <source>in no grid</source>
        <translation>网格外</translation>
    </message>
    <message>
        <source>The district has no roads with a line. Import them as areas of the kind road, then bring in tracks.</source>
        <translation>辖区没有带中心线的路段。请先把道路作为“路段”类区域导入，再导入轨迹。</translation>
    </message>
    <message>
        <source>%1 km of roads, %2 covered.</source>
        <translation>路段%1公里，覆盖%2。</translation>
    </message>
    <message>
        <source>No passes are required.</source>
        <translation>没有巡查次数要求。</translation>
    </message>
    <message>
        <source>%1 of %2 passes kept (%3).</source>
        <translation>应巡%2路次，完成%1路次（%3）。</translation>
    </message>
    <message>
        <source>No tracks of these days.</source>
        <translation>这些天没有轨迹。</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s), %1 km, %2 h.</source>
        <translation>
            <numerusform>轨迹 %n 条，%1公里，%2小时。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 passages lie on roads that are not valid any more.</source>
        <translation>另有 %1 次经过的路段已失效。</translation>
    </message>
</context>
<context>
    <name>TrackImport</name>
    <message>
        <source>%1 fixes without a place left out</source>
        <translation>剔除无位置的点 %1 个</translation>
    </message>
    <message>
        <source>%1 fixes with a clock that was not set left out</source>
        <translation>剔除时钟错误的点 %1 个</translation>
    </message>
    <message>
        <source>%1 repeated fixes left out</source>
        <translation>剔除重复点 %1 个</translation>
    </message>
    <message>
        <source>%1 jumps left out</source>
        <translation>剔除跳点 %1 个</translation>
    </message>
    <message>
        <source>%1 fixes taken together where somebody stood</source>
        <translation>合并停留点 %1 个</translation>
    </message>
    <message>
        <source>%1 fixes put in the order of their times</source>
        <translation>按时间重排 %1 个点</translation>
    </message>
    <message>
        <source>the clock set right by %1 days</source>
        <translation>时钟校正 %1 天</translation>
    </message>
    <message>
        <source>%1: %2 tracks, %3 km, %4 h</source>
        <translation>%1：%2 条轨迹，%3 公里，%4 小时</translation>
    </message>
    <message>
        <source>%1 tracks are in the district already</source>
        <translation>%1 条轨迹辖区中已有</translation>
    </message>
    <message>
        <source>%1 tracks are too short to be used</source>
        <translation>%1 条轨迹过短，无法使用</translation>
    </message>
    <message>
        <source>%1 km along no road of the district</source>
        <translation>%1 公里不在辖区任何路段上</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 positions refused in all</source>
        <translation>共拒收 %1 个位置</translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DocumentWindow</name>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
</context>
</TS>
