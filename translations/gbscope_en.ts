<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>StatusCounts</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flow</name>
    <message numerus="yes">
        <source>%n more wait(s) for an answer</source>
        <translation>
            <numerusform>%n more waits for an answer</numerusform>
            <numerusform>%n more wait for an answer</numerusform>
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
        <source>Of the %n selected device(s)</source>
        <translation>
            <numerusform>Of the %n selected device</numerusform>
            <numerusform>Of the %n selected devices</numerusform>
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
</context>
<context>
    <name>gb::ui::FindingsPanel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n muted</numerusform>
            <numerusform>%n muted</numerusform>
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
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageView</name>
    <message numerus="yes">
        <source>%1 · %2 → %3 · %4 · %n octet(s)</source>
        <translation>
            <numerusform>%1 · %2 → %3 · %4 · %n octet</numerusform>
            <numerusform>%1 · %2 → %3 · %4 · %n octets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more octet(s)</source>
        <translation>
            <numerusform>… and %n more octet</numerusform>
            <numerusform>… and %n more octets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SummaryBar</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n device(s)</source>
        <translation>
            <numerusform>%1 of %n device</numerusform>
            <numerusform>%1 of %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected device(s) did not come yet</source>
        <translation>
            <numerusform>%n expected device did not come yet</numerusform>
            <numerusform>%n expected devices did not come yet</numerusform>
        </translation>
    </message>
</context>
</TS>
