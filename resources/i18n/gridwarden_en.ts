<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CaseView</name>
    <message numerus="yes">
        <source>%n rework(s)</source>
        <translation>
            <numerusform>%n rework</numerusform>
            <numerusform>%n reworks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s)</source>
        <translation>
            <numerusform>%n extension</numerusform>
            <numerusform>%n extensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) selected</source>
        <translation>
            <numerusform>%n case selected</numerusform>
            <numerusform>%n cases selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutyWeekFiles</name>
    <message numerus="yes">
        <source>%n duty(ies) read.</source>
        <translation>
            <numerusform>%n duty read.</numerusform>
            <numerusform>%n duties read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were blank or there already.</source>
        <translation>
            <numerusform>%n row was blank or there already.</numerusform>
            <numerusform>%n rows were blank or there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused.</source>
        <translation>
            <numerusform>%n row was refused.</numerusform>
            <numerusform>%n rows were refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies) written to %1.</source>
        <translation>
            <numerusform>%n duty written to %1.</numerusform>
            <numerusform>%n duties written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasureJob</name>
    <message numerus="yes">
        <source>%n reporter(s)</source>
        <translation>
            <numerusform>%n reporter</numerusform>
            <numerusform>%n reporters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the history</source>
        <translation>
            <numerusform>%n entry of the history</numerusform>
            <numerusform>%n entries of the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) rewritten</source>
        <translation>
            <numerusform>%n backup rewritten</numerusform>
            <numerusform>%n backups rewritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged backup(s) removed</source>
        <translation>
            <numerusform>%n damaged backup removed</numerusform>
            <numerusform>%n damaged backups removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) of the week</source>
        <translation>
            <numerusform>%n hour of the week</numerusform>
            <numerusform>%n hours of the week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reported at most %n day(s) after a case of the same category was cleared, not farther than %1 m from it</source>
        <translation>
            <numerusform>Reported at most %n day after a case of the same category was cleared, not farther than %1 m from it</numerusform>
            <numerusform>Reported at most %n days after a case of the same category was cleared, not farther than %1 m from it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkedCases</name>
    <message numerus="yes">
        <source>%n further report(s): %1</source>
        <translation>
            <numerusform>%n further report: %1</numerusform>
            <numerusform>%n further reports: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManySteps</name>
    <message numerus="yes">
        <source>%n case(s) stay as they are.</source>
        <translation>
            <numerusform>%n case stays as it is.</numerusform>
            <numerusform>%n cases stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) were done. Undo takes it back.</source>
        <translation>
            <numerusform>%n case was done. Undo takes it back.</numerusform>
            <numerusform>%n cases were done. Undo takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperSaving</name>
    <message numerus="yes">
        <source>Saved: %n page(s).</source>
        <translation>
            <numerusform>Saved: %n page.</numerusform>
            <numerusform>Saved: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalDataWindow</name>
    <message numerus="yes">
        <source>Erase the reporters of %n case(s) for good? This cannot be undone.</source>
        <translation>
            <numerusform>Erase the reporter of %n case for good? This cannot be undone.</numerusform>
            <numerusform>Erase the reporters of %n cases for good? This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaEditor</name>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::AreaImportWindow</name>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n row.</numerusform>
            <numerusform>%n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) imported.</source>
        <translation>
            <numerusform>%n area imported.</numerusform>
            <numerusform>%n areas imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) refused, see below.</source>
        <translation>
            <numerusform>%n row refused, see below.</numerusform>
            <numerusform>%n rows refused, see below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vertex(es) snapped.</source>
        <translation>
            <numerusform>%n vertex snapped.</numerusform>
            <numerusform>%n vertexes snapped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CalendarEditor</name>
    <message numerus="yes">
        <source>%n day(s) taken over.</source>
        <translation>
            <numerusform>%n day taken over.</numerusform>
            <numerusform>%n days taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseChoice</name>
    <message numerus="yes">
        <source>%n case(s) here</source>
        <translation>
            <numerusform>%n case here</numerusform>
            <numerusform>%n cases here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseOutput</name>
    <message numerus="yes">
        <source>%n case(s) written to %1.</source>
        <translation>
            <numerusform>%n case written to %1.</numerusform>
            <numerusform>%n cases written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They fill %n sheet(s), because one holds %1.</source>
        <translation>
            <numerusform>They fill %n sheet, because one holds %1.</numerusform>
            <numerusform>They fill %n sheets, because one holds %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CasePanel</name>
    <message numerus="yes">
        <source>Dispatch %n case(s) …</source>
        <translation>
            <numerusform>Dispatch %n case …</numerusform>
            <numerusform>Dispatch %n cases …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n case(s) …</source>
        <translation>
            <numerusform>Hand over %n case …</numerusform>
            <numerusform>Hand over %n cases …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n case(s)</source>
        <translation>
            <numerusform>File %n case</numerusform>
            <numerusform>File %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n case(s)</source>
        <translation>
            <numerusform>Close %n case</numerusform>
            <numerusform>Close %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CaseTablePanel</name>
    <message numerus="yes">
        <source>%n case(s) written to %1.</source>
        <translation>
            <numerusform>%n case written to %1.</numerusform>
            <numerusform>%n cases written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CheckWindow</name>
    <message numerus="yes">
        <source>%n fault(s) found.</source>
        <translation>
            <numerusform>%n fault found.</numerusform>
            <numerusform>%n faults found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repaired, but %n fault(s) are left.</source>
        <translation>
            <numerusform>Repaired, but %n fault is left.</numerusform>
            <numerusform>Repaired, but %n faults are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::CoverPanel</name>
    <message numerus="yes">
        <source>%n finding(s). Click one to see its place.</source>
        <translation>
            <numerusform>%n finding. Click one to see its place.</numerusform>
            <numerusform>%n findings. Click one to see its place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DeadlineBadge</name>
    <message numerus="yes">
        <source>%n due within the hour</source>
        <translation>
            <numerusform>%n due within the hour</numerusform>
            <numerusform>%n due within the hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DeadlineWatch</name>
    <message numerus="yes">
        <source>%n case(s) will be overdue within the hour.</source>
        <translation>
            <numerusform>%n case will be overdue within the hour.</numerusform>
            <numerusform>%n cases will be overdue within the hour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DispatchDialog</name>
    <message numerus="yes">
        <source>Dispatch %n case(s)</source>
        <translation>
            <numerusform>Dispatch %n case</numerusform>
            <numerusform>Dispatch %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n case(s)</source>
        <translation>
            <numerusform>Hand over %n case</numerusform>
            <numerusform>Hand over %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected case(s) do not wait for dispatch and stay as they are.</source>
        <translation>
            <numerusform>%n selected case does not wait for dispatch and stays as it is.</numerusform>
            <numerusform>%n selected cases do not wait for dispatch and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected case(s) are not being handled and stay as they are.</source>
        <translation>
            <numerusform>%n selected case is not being handled and stays as it is.</numerusform>
            <numerusform>%n selected cases are not being handled and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DistrictFiles</name>
    <message numerus="yes">
        <source>The newest good backup was made on %1 and holds %n case(s).</source>
        <translation>
            <numerusform>The newest good backup was made on %1 and holds %n case.</numerusform>
            <numerusform>The newest good backup was made on %1 and holds %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check found %n fault(s).</source>
        <translation>
            <numerusform>The check found %n fault.</numerusform>
            <numerusform>The check found %n faults.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DuplicateList</name>
    <message numerus="yes">
        <source>%n open case(s) of this category nearby</source>
        <translation>
            <numerusform>%n open case of this category nearby</numerusform>
            <numerusform>%n open cases of this category nearby</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::DutyWeekWindow</name>
    <message numerus="yes">
        <source>%n problem(s) in this week</source>
        <translation>
            <numerusform>%n problem in this week</numerusform>
            <numerusform>%n problems in this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies) came over.</source>
        <translation>
            <numerusform>%n duty came over.</numerusform>
            <numerusform>%n duties came over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HandOverDialog</name>
    <message numerus="yes">
        <source>Hand over %n case(s)</source>
        <translation>
            <numerusform>Hand over %n case</numerusform>
            <numerusform>Hand over %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HandoutDialog</name>
    <message numerus="yes">
        <source>%n case(s) handed out to %1. The file beside it says what was taken out.</source>
        <translation>
            <numerusform>%n case handed out to %1. The file beside it says what was taken out.</numerusform>
            <numerusform>%n cases handed out to %1. The file beside it says what was taken out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::HotSpotWindow</name>
    <message numerus="yes">
        <source>%n new cluster(s) that chance would hardly make.</source>
        <translation>
            <numerusform>%n new cluster that chance would hardly make.</numerusform>
            <numerusform>%n new clusters that chance would hardly make.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::IdentifyPanel</name>
    <message numerus="yes">
        <source>%n thing(s) here</source>
        <translation>
            <numerusform>%n thing here</numerusform>
            <numerusform>%n things here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ImportRunPage</name>
    <message numerus="yes">
        <source>%n text(s) are no category known here. Their text is kept unless you say what they mean.</source>
        <translation>
            <numerusform>%n text are no category known here. Their text is kept unless you say what they mean.</numerusform>
            <numerusform>%n texts are no category known here. Their text is kept unless you say what they mean.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ImportSourcePage</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::Inbox</name>
    <message numerus="yes">
        <source>%n proposal(s) stay: something has to be corrected first.</source>
        <translation>
            <numerusform>%n proposal stays: something has to be corrected first.</numerusform>
            <numerusform>%n proposals stay: something has to be corrected first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved into the folder “done”.</source>
        <translation>
            <numerusform>%n file moved into the folder “done”.</numerusform>
            <numerusform>%n files moved into the folder “done”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::InboxPanel</name>
    <message numerus="yes">
        <source>%n proposal(s) chosen</source>
        <translation>
            <numerusform>%n proposal chosen</numerusform>
            <numerusform>%n proposals chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything in %n file(s) is decided. Move them into the subfolder “done”?</source>
        <translation>
            <numerusform>Everything in %n file is decided. Move it into the subfolder “done”?</numerusform>
            <numerusform>Everything in %n files is decided. Move them into the subfolder “done”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::JobBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LayerPanel</name>
    <message numerus="yes">
        <source>%n shape(s) of %1 lie far away and are not in view.</source>
        <translation>
            <numerusform>%n shape of %1 lies far away and is not in view.</numerusform>
            <numerusform>%n shapes of %1 lie far away and are not in view.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::LinkedPanel</name>
    <message numerus="yes">
        <source>%n more …</source>
        <translation>
            <numerusform>%n more …</numerusform>
            <numerusform>%n more …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoAdding</name>
    <message numerus="yes">
        <source>Copying %n file(s)</source>
        <translation>
            <numerusform>Copying %n file</numerusform>
            <numerusform>Copying %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::PhotoNoteText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a span of time</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::RelapseWindow</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more group(s) are part of the test and not drawn.</source>
        <translation>
            <numerusform>%n more group is part of the test and not drawn.</numerusform>
            <numerusform>%n more groups are part of the test and not drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::ReportDialog</name>
    <message numerus="yes">
        <source>Report saved: %n page(s).</source>
        <translation>
            <numerusform>Report saved: %n page.</numerusform>
            <numerusform>Report saved: %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report saved: %n file(s).</source>
        <translation>
            <numerusform>Report saved: %n file.</numerusform>
            <numerusform>Report saved: %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::StepForm</name>
    <message numerus="yes">
        <source>Also close the %n further report(s) of this problem</source>
        <translation>
            <numerusform>Also close the %n further report of this problem</numerusform>
            <numerusform>Also close the %n further reports of this problem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::WorkListDialog</name>
    <message numerus="yes">
        <source>%n case(s) in hand</source>
        <translation>
            <numerusform>%n case in hand</numerusform>
            <numerusform>%n cases in hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SummaryWindow</name>
    <message numerus="yes">
        <source>%n number(s); a click on one shows the records behind it.</source>
        <translation>
            <numerusform>%n number; a click on it shows the records behind it.</numerusform>
            <numerusform>%n numbers; a click on one shows the records behind it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. %n record(s).</source>
        <translation>
            <numerusform>%1: %2. %n record.</numerusform>
            <numerusform>%1: %2. %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::EvaluationPanel</name>
    <message numerus="yes">
        <source>%n case(s) belong to none of those evaluated.</source>
        <translation>
            <numerusform>%n case belongs to none of those evaluated.</numerusform>
            <numerusform>%n cases belong to none of those evaluated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridwarden::app::SchemeEditor</name>
    <message numerus="yes">
        <source>%n mark(s) given by this scheme will count for nothing: their item, or those whom they were given to, will not be evaluated any more. They stay in the district.</source>
        <translation>
            <numerusform>%n mark given by this scheme will count for nothing: its item, or whom it was given to, will not be evaluated any more. It stays in the district.</numerusform>
            <numerusform>%n marks given by this scheme will count for nothing: their items, or those whom they were given to, will not be evaluated any more. They stay in the district.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message numerus="yes">
        <source>%n track(s), %1 km, %2 h.</source>
        <translation>
            <numerusform>%n track, %1 km, %2 h.</numerusform>
            <numerusform>%n tracks, %1 km, %2 h.</numerusform>
        </translation>
    </message>
</context>
</TS>
