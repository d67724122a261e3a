<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ExportScopes</name>
    <message numerus="yes">
        <source>Of the %n selected &amp;device(s)</source>
        <translation>
            <numerusform>Of the %n selected &amp;device</numerusform>
            <numerusform>Of the %n selected &amp;devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>Report on %n device(s)</source>
        <translation>
            <numerusform>Report on %n device</numerusform>
            <numerusform>Report on %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) with an error</source>
        <translation>
            <numerusform>%n device with an error</numerusform>
            <numerusform>%n devices with an error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n with a warning</numerusform>
            <numerusform>%n with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with neither</source>
        <translation>
            <numerusform>%n with neither</numerusform>
            <numerusform>%n with neither</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seen %n time(s)</source>
        <translation>
            <numerusform>seen once</numerusform>
            <numerusform>seen %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text of %n message(s)</source>
        <translation>
            <numerusform>Text of %n message</numerusform>
            <numerusform>Text of %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n message(s) not shown …</source>
        <translation>
            <numerusform>… %n message not shown …</numerusform>
            <numerusform>… %n messages not shown …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCounts</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flow</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered when the capture ends</source>
        <translation>
            <numerusform>%n unanswered when the capture ends</numerusform>
            <numerusform>%n unanswered when the capture ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more awaited</source>
        <translation>
            <numerusform>%n more awaited</numerusform>
            <numerusform>%n more awaited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AlarmPlot</name>
    <message numerus="yes">
        <source>%Ln alarm(s)</source>
        <translation>
            <numerusform>%Ln alarm</numerusform>
            <numerusform>%Ln alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds and channels</source>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds and channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AskAction</name>
    <message numerus="yes">
        <source>&amp;Yes, erase it in %Ln device(s)</source>
        <translation>
            <numerusform>&amp;Yes, erase it in %Ln device</numerusform>
            <numerusform>&amp;Yes, erase it in %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Yes, restart %Ln device(s)</source>
        <translation>
            <numerusform>&amp;Yes, restart %Ln device</numerusform>
            <numerusform>&amp;Yes, restart %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln device(s)</source>
        <translation>
            <numerusform>%1, %Ln device</numerusform>
            <numerusform>%1, %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln channel(s)</source>
        <translation>
            <numerusform>%1, %Ln channel</numerusform>
            <numerusform>%1, %Ln channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AskBatchPage</name>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation>
            <numerusform>%Ln answered</numerusform>
            <numerusform>%Ln answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to come</source>
        <translation>
            <numerusform>%Ln to come</numerusform>
            <numerusform>%Ln to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopped</source>
        <translation>
            <numerusform>%Ln stopped</numerusform>
            <numerusform>%Ln stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So many go out in a second at most. A device is asked one question at a time, and %Ln devices at once</source>
        <translation>
            <numerusform>So many go out in a second at most. A device is asked one question at a time, and %Ln device at once</numerusform>
            <numerusform>So many go out in a second at most. A device is asked one question at a time, and %Ln devices at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AskTarget</name>
    <message numerus="yes">
        <source>all %Ln selected devices</source>
        <translation>
            <numerusform>all %Ln selected devices</numerusform>
            <numerusform>all %Ln selected devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s) of %1</source>
        <translation>
            <numerusform>%Ln channel of %1</numerusform>
            <numerusform>%Ln channels of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln channels of the selected devices</source>
        <translation>
            <numerusform>the %Ln channel of the selected devices</numerusform>
            <numerusform>all %Ln channels of the selected devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln channels</source>
        <translation>
            <numerusform>its %Ln channel</numerusform>
            <numerusform>all %Ln channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen channel(s)</source>
        <translation>
            <numerusform>%Ln chosen channel</numerusform>
            <numerusform>%Ln chosen channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected devices</source>
        <translation>
            <numerusform>%Ln selected device</numerusform>
            <numerusform>%Ln selected devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AskWindow</name>
    <message numerus="yes">
        <source>%1, but %Ln thing(s) are odd</source>
        <translation>
            <numerusform>%1, but %Ln thing is odd</numerusform>
            <numerusform>%1, but %Ln things are odd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>subscribed, %Ln message(s) came; Cancel ends it</source>
        <translation>
            <numerusform>subscribed, %Ln message came; Cancel ends it</numerusform>
            <numerusform>subscribed, %Ln messages came; Cancel ends it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::BeatModel</name>
    <message numerus="yes">
        <source>It was sent %n times by timer E (RFC 3261 17.1.2.2).</source>
        <translation>
            <numerusform>It was sent %n time by timer E (RFC 3261 17.1.2.2).</numerusform>
            <numerusform>It was sent %n times by timer E (RFC 3261 17.1.2.2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::BeatWords</name>
    <message numerus="yes">
        <source>%n times, at last %1</source>
        <extracomment>how often, and the last time: &quot;3 times, at last 10:23:05 to 10:25:00&quot;</extracomment>
        <translation>
            <numerusform>%n time, at last %1</numerusform>
            <numerusform>%n times, at last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n unanswered)</source>
        <translation>
            <numerusform>%1 (%n unanswered)</numerusform>
            <numerusform>%1 (%n unanswered)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>flapping: %n change(s) in 10 min by %1</source>
        <extracomment>number of changes, and the reason of most of them</extracomment>
        <translation>
            <numerusform>flapping: %n change in 10 min by %1</numerusform>
            <numerusform>flapping: %n changes in 10 min by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ExpectedDialog</name>
    <message numerus="yes">
        <source>%n device(s) expected</source>
        <translation>
            <numerusform>%n device expected</numerusform>
            <numerusform>%n devices expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ExportDialog</name>
    <message numerus="yes">
        <source>More than %Ln message(s), %1 so far</source>
        <translation>
            <numerusform>More than %Ln message, %1 so far</numerusform>
            <numerusform>More than %Ln messages, %1 so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1 so far</source>
        <translation>
            <numerusform>%Ln message, %1 so far</numerusform>
            <numerusform>%Ln messages, %1 so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ExportFlow</name>
    <message numerus="yes">
        <source>A window of its own shows the record so far with pseudonyms: %Ln message(s).</source>
        <translation>
            <numerusform>A window of its own shows the record so far with pseudonyms: %Ln message.</numerusform>
            <numerusform>A window of its own shows the record so far with pseudonyms: %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FilesPane</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingDetail</name>
    <message numerus="yes">
        <source>Show the &amp;proof (%n message(s))</source>
        <translation>
            <numerusform>Show the &amp;proof (%n message)</numerusform>
            <numerusform>Show the &amp;proof (%n messages)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No open finding for the %Ln selected device(s).</source>
        <translation>
            <numerusform>No open finding for the selected device.</numerusform>
            <numerusform>No open finding for the %Ln selected devices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingsModel</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %Ln follow(s) from it</source>
        <translation>
            <numerusform> · %Ln follows from it</numerusform>
            <numerusform> · %Ln follow from it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingsPanel</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln muted</numerusform>
            <numerusform>%Ln muted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected device(s) are awaited.</source>
        <translation>
            <numerusform>%Ln expected device is awaited.</numerusform>
            <numerusform>%Ln expected devices are awaited.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %Ln device(s) with this finding. Open the line for all of them.</source>
        <translation>
            <numerusform>One of %Ln device with this finding. Open the line for all of them.</numerusform>
            <numerusform>One of %Ln devices with this finding. Open the line for all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln resolved</numerusform>
            <numerusform>%Ln resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FlowPanel</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatPanel</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ListPanel</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln message(s), the filter hides %2</source>
        <translation>
            <numerusform>%1 of %Ln message, the filter hides %2</numerusform>
            <numerusform>%1 of %Ln messages, the filter hides %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older row(s) are left out</source>
        <translation>
            <numerusform>%Ln older row is left out</numerusform>
            <numerusform>%Ln older rows are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageView</name>
    <message numerus="yes">
        <source>%1 · %2 → %3 · %4 · %n byte(s)</source>
        <translation>
            <numerusform>%1 · %2 → %3 · %4 · %n byte</numerusform>
            <numerusform>%1 · %2 → %3 · %4 · %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation>
            <numerusform>… and %n more byte</numerusform>
            <numerusform>… and %n more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::Minimap</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::NewBelow</name>
    <message numerus="yes">
        <source>▼ %Ln new</source>
        <translation>
            <numerusform>▼ %Ln new</numerusform>
            <numerusform>▼ %Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::OperationsPanel</name>
    <message numerus="yes">
        <source>None of %Ln operation(s) is shown: filters hide them</source>
        <translation>
            <numerusform>The only operation is not shown: filters hide it</numerusform>
            <numerusform>None of %Ln operations is shown: filters hide them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::OverviewCanvas</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayBatchPage</name>
    <message numerus="yes">
        <source>%Ln good</source>
        <translation>
            <numerusform>%Ln good</numerusform>
            <numerusform>%Ln good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to come</source>
        <translation>
            <numerusform>%Ln to come</numerusform>
            <numerusform>%Ln to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopped</source>
        <translation>
            <numerusform>%Ln stopped</numerusform>
            <numerusform>%Ln stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: too many at a time</source>
        <translation>
            <numerusform>%Ln left out: too many at a time</numerusform>
            <numerusform>%Ln left out: too many at a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayTarget</name>
    <message numerus="yes">
        <source>all %Ln camera(s) of this device</source>
        <translation>
            <numerusform>all %Ln camera of this device</numerusform>
            <numerusform>all %Ln cameras of this device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln selected devices</source>
        <translation>
            <numerusform>all %Ln selected device</numerusform>
            <numerusform>all %Ln selected devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln camera(s) of the selected devices</source>
        <translation>
            <numerusform>all %Ln camera of the selected devices</numerusform>
            <numerusform>all %Ln cameras of the selected devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayWindow</name>
    <message numerus="yes">
        <source>%Ln catalog(s) could not be read</source>
        <translation>
            <numerusform>%Ln catalog could not be read</numerusform>
            <numerusform>%Ln catalogs could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PositionPlot</name>
    <message numerus="yes">
        <source>%Ln position(s)</source>
        <translation>
            <numerusform>%Ln position</numerusform>
            <numerusform>%Ln positions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln device(s)</source>
        <translation>
            <numerusform>of %Ln device</numerusform>
            <numerusform>of %Ln devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PreviewBox</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PreviewDialog</name>
    <message numerus="yes">
        <source>%Ln message(s) of those that are exported are changed.</source>
        <translation>
            <numerusform>%Ln of the exported messages is changed.</numerusform>
            <numerusform>%Ln of the exported messages are changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>The first one is shown.</numerusform>
            <numerusform>The first %Ln are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::RecordLine</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln recording</numerusform>
            <numerusform>%Ln recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln gap</numerusform>
            <numerusform>%Ln gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overlap(s)</source>
        <translation>
            <numerusform>%Ln overlap</numerusform>
            <numerusform>%Ln overlaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a time that can be read</source>
        <translation>
            <numerusform>%Ln without a time that can be read</numerusform>
            <numerusform>%Ln without a time that can be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::RecordPane</name>
    <message numerus="yes">
        <source>The records were over their limits: the oldest file was deleted. %Ln message(s) of this record are gone.</source>
        <translation>
            <numerusform>The records were over their limits: the oldest file was deleted. %Ln message of this record is gone.</numerusform>
            <numerusform>The records were over their limits: the oldest file was deleted. %Ln messages of this record are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ReportDialog</name>
    <message numerus="yes">
        <source>The %n selected device(s)</source>
        <translation>
            <numerusform>The selected device</numerusform>
            <numerusform>The %n selected devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ServerGuard</name>
    <message numerus="yes">
        <source>%n device(s) will lose their server.</source>
        <translation>
            <numerusform>%n device will lose its server.</numerusform>
            <numerusform>%n devices will lose their server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SettingReader</name>
    <message numerus="yes">
        <source>The form shows what it has: %Ln value(s)</source>
        <translation>
            <numerusform>The form shows what it has: %Ln value</numerusform>
            <numerusform>The form shows what it has: %Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SilenceBanner</name>
    <message numerus="yes">
        <source>Outage test: this server deliberately does not answer %n device(s). It answers again in %1.</source>
        <translation>
            <numerusform>Outage test: this server deliberately does not answer %n device. It answers again in %1.</numerusform>
            <numerusform>Outage test: this server deliberately does not answer %n devices. It answers again in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SilenceWindow</name>
    <message numerus="yes">
        <source>All devices: %n online. Select rows in the device table to test only those.</source>
        <translation>
            <numerusform>All devices: %n online. Select rows in the device table to test only those.</numerusform>
            <numerusform>All devices: %n online. Select rows in the device table to test only those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The selected devices: %n online. The others are answered as usual.</source>
        <translation>
            <numerusform>The selected devices: %n online. The others are answered as usual.</numerusform>
            <numerusform>The selected devices: %n online. The others are answered as usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not answered now: %n device(s).</source>
        <translation>
            <numerusform>Not answered now: %n device.</numerusform>
            <numerusform>Not answered now: %n devices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SiteOverview</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::StatisticsWindow</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1 bytes</source>
        <translation>
            <numerusform>%Ln message, %1 bytes</numerusform>
            <numerusform>%Ln messages, %1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln message(s) that the filter shows, %2 bytes</source>
        <translation>
            <numerusform>%1 of %Ln message that the filter shows, %2 bytes</numerusform>
            <numerusform>%1 of %Ln messages that the filter shows, %2 bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::StatusLine</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1: name of a file; and how many other files are shown with it</extracomment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SummaryBar</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device(s)</source>
        <translation>
            <numerusform>%1 of %Ln device</numerusform>
            <numerusform>%1 of %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected device(s) not seen yet</source>
        <translation>
            <numerusform>%Ln expected device not seen yet</numerusform>
            <numerusform>%Ln expected devices not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::WhatIfBar</name>
    <message numerus="yes">
        <source>With %1 none of %n device(s) would have been offline (now: %2).</source>
        <translation>
            <numerusform>With %1 the one device would not have been offline (now: %2).</numerusform>
            <numerusform>With %1 none of %n devices would have been offline (now: %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1: %2 of %3 devices would have been offline (now: %4), %n time(s); first %5 %6.</source>
        <extracomment>&quot;With 30 s × 2: 14 of 33 devices would have been offline (now: 3), 22 times; first Gate 7 at 10:21:03 for 45 s.&quot;</extracomment>
        <translation>
            <numerusform>With %1: %2 of %3 devices would have been offline (now: %4), once; first %5 %6.</numerusform>
            <numerusform>With %1: %2 of %3 devices would have been offline (now: %4), %n times; first %5 %6.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::WhyNotWindow</name>
    <message numerus="yes">
        <source>The flow shows it: %Ln message(s), the first one is #%1.</source>
        <translation>
            <numerusform>The flow shows it: %Ln message, which is #%1.</numerusform>
            <numerusform>The flow shows it: %Ln messages, the first one is #%1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) of the list are meant; the flow shows %1 of them.</source>
        <translation>
            <numerusform>%Ln message of the list is meant; the flow shows %1 of them.</numerusform>
            <numerusform>%Ln messages of the list are meant; the flow shows %1 of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n older message(s) are left out here; a filter brings them</source>
        <translation>
            <numerusform>%n older message is left out here; a filter brings it</numerusform>
            <numerusform>%n older messages are left out here; a filter brings them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>heartbeats</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured since: %1 s over %n heartbeat(s) so far</source>
        <extracomment>a number of seconds, and how many heartbeats they were measured over</extracomment>
        <translation>
            <numerusform>Measured since: %1 s over %n heartbeat so far</numerusform>
            <numerusform>Measured since: %1 s over %n heartbeats so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured since: %1 s over %n heartbeat(s), as set</source>
        <translation>
            <numerusform>Measured since: %1 s over %n heartbeat, as set</numerusform>
            <numerusform>Measured since: %1 s over %n heartbeats, as set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s) differ</source>
        <translation>
            <numerusform>%1 of %n item differs</numerusform>
            <numerusform>%1 of %n items differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) in it</source>
        <translation>
            <numerusform>%n difference in it</numerusform>
            <numerusform>%n differences in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in what differs in each message: branch, tag, CSeq number, nonce, Date, Content-Length, Call-ID, SN.</source>
        <translation>
            <numerusform>%n more in what differs in each message: branch, tag, CSeq number, nonce, Date, Content-Length, Call-ID, SN.</numerusform>
            <numerusform>%n more in what differs in each message: branch, tag, CSeq number, nonce, Date, Content-Length, Call-ID, SN.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
