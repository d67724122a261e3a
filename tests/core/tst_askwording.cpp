#include "core/report/words/askwording.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// What became of a question has words, and what a device sent is put into them once.
class tst_AskWording : public QObject
{
    Q_OBJECT
private slots:
    void eachOutcome();
    void eachOddity();
    void whatADeviceSentIsNoPattern();
    void lists();
    void pictures();
    void times();
    void eachCommandHasWords();
    void wrongValues_data();
    void wrongValues();
    void editions();
};

static AskReport report(AskOutcome outcome, const char *command = "catalog")
{
    AskReport made;
    made.command = QLatin1StringView(command);
    made.outcome = outcome;
    made.status = 486;
    made.bad = {QStringLiteral("StartTime"), {}, BadValue::Why::NoTime};
    made.sum = 32;
    made.items = QList<QStringList>(30);
    return made;
}

void tst_AskWording::eachOutcome()
{
    QSet<QString> sentences, briefs;
    for (int i = 0; i < static_cast<int>(AskOutcome::Count); ++i) {
        const auto outcome = static_cast<AskOutcome>(i);
        const QString text = wording::askOutcome(report(outcome));
        QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
        sentences.insert(text);
        briefs.insert(wording::askOutcomeBrief(outcome));
    }
    QCOMPARE(sentences.size(), static_cast<qsizetype>(AskOutcome::Count));
    QCOMPARE(briefs.size(), sentences.size());
    QCOMPARE(wording::askOutcome(report(AskOutcome::Incomplete)),
        QStringLiteral("only 30 of 32 came, then nothing for 10 s"));
    QCOMPARE(wording::askOutcome(report(AskOutcome::Refused)), QStringLiteral("it refused with 486"));
    QCOMPARE(wording::askOutcome(report(AskOutcome::BadValues)),
        QStringLiteral("not sent: a value is wrong: StartTime must be a time such as 2026-03-02T08:00:00"));
}

void tst_AskWording::eachOddity()
{
    QSet<QString> sentences;
    for (int i = 0; i < static_cast<int>(AskOddity::Code::Count); ++i) {
        const QString text = wording::askOddity(
            {static_cast<AskOddity::Code>(i), QStringLiteral("7"), QStringLiteral("9")});
        QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), static_cast<qsizetype>(AskOddity::Code::Count));
}

void tst_AskWording::whatADeviceSentIsNoPattern()
{
    QCOMPARE(wording::askOddity({AskOddity::Code::BadValue, QStringLiteral("%2"), QStringLiteral("%1")}),
        QStringLiteral("%2 cannot be \"%1\""));
    AskReport refused = report(AskOutcome::ErrorResult, "status");
    refused.fields = {{QStringLiteral("Reason"), QStringLiteral("%1 is busy")}};
    QCOMPARE(wording::askOutcome(refused),
        QStringLiteral("its Response says ERROR: it does not do this, or not now (%1 is busy)"));
}

void tst_AskWording::lists()
{
    AskReport all = report(AskOutcome::Done);
    all.items.resize(32);
    QCOMPARE(wording::askOutcome(all), QStringLiteral("complete: 32 of 32"));
    all.items.clear();
    all.sum = 0;
    QCOMPARE(wording::askOutcome(all), QStringLiteral("it answered that it has none"));
    QCOMPARE(wording::askOutcome(report(AskOutcome::Done, "restart")),
        QStringLiteral("it answered 486; the standard wants no Response to this"));
    QCOMPARE(wording::askProgress({.id = 1, .came = 120, .sum = 400}), QStringLiteral("120 of 400"));
    QCOMPARE(wording::askProgress({.id = 1, .came = 120, .sum = {}}), QStringLiteral("120"));
}

/// As the items of an answer, so that the window lists, copies and exports them.
void tst_AskWording::pictures()
{
    AskReport one = report(AskOutcome::Incomplete, "snapshot");
    one.items.clear();
    one.sum.reset();
    one.snapshot = AskSnapshot{.wanted = 3};
    wording::listPictures(one);
    QVERIFY(one.columns.isEmpty() && one.items.isEmpty());
    one.snapshot->pictures = {{.format = AskPicture::Format::Jpeg,
                                  .octets = 3880,
                                  .width = 160,
                                  .height = 120,
                                  .name = QStringLiteral("<b>")},
        {.octets = 17}};
    wording::listPictures(one);
    QCOMPARE(one.items.size(), 2);
    QCOMPARE(one.items[0].size(), one.columns.size());
    QCOMPARE(one.items[0].mid(1, 3),
        (QStringList{QStringLiteral("JPEG"), QStringLiteral("160 \u00d7 120"), QLocale().toString(3880)}));
    QCOMPARE(one.items[0].value(5), QStringLiteral("<b>"));
    QCOMPARE(one.items[1].mid(1, 2), (QStringList{QStringLiteral("no picture"), QString()}));
    QCOMPARE(wording::askOutcome(one), QStringLiteral("pictures that came: 1 of 3"));
    AskReport other = report(AskOutcome::Done);
    wording::listPictures(other);
    QCOMPARE(other.items.size(), 30);
}

void tst_AskWording::times()
{
    AskReport one = report(AskOutcome::Done);
    QCOMPARE(wording::askTimes(one), QString());
    one.answeredAt = one.askedAt + 400us;
    one.respondedAt = one.askedAt + 34ms;
    one.parts = 2;
    one.at = one.askedAt + 1520ms;
    QCOMPARE(
        wording::askTimes(one), QStringLiteral("answered after 0.4 ms, Response after 34 ms, all of it after 1.5 s"));
}

void tst_AskWording::eachCommandHasWords()
{
    for (const AskCommand *command : askCommands()) {
        QVERIFY(!wording::askTitle(*command).isEmpty());
        QCOMPARE(wording::askEffect(command->effect).isEmpty(), command->effect == AskCommand::Effect::Reads);
    }
}

void tst_AskWording::wrongValues_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *command, const char *parameter, const char *value, const char *words) {
        QTest::addRow("%s %s", parameter, value) << QString::fromLatin1(command) << QString::fromLatin1(parameter)
                                                 << QString::fromLatin1(value) << QString::fromLatin1(words);
    };
    row("set-mirror", "FrameMirror", "4", "must be from 0 to 3");
    row("set-mirror", "FrameMirror", "two", "must be a whole number");
    row("look-at", "Tilt", "up", "must be a number");
    row("guard", "GuardCmd", "Guard", "must be one of these: SetGuard, ResetGuard");
    row("record", "StartTime", "yesterday", "must be a time such as 2026-03-02T08:00:00");
    row("record", "StartTime", "", "is needed");
    row("record", "Colour", "red", "is not a value of this command");
    row("record", "RecorderID", "a b", "must be an ID: digits and letters, usually 20 digits");
}

void tst_AskWording::wrongValues()
{
    QFETCH(const QString, command);
    QFETCH(const QString, parameter);
    QFETCH(const QString, value);
    QFETCH(const QString, words);
    const AskCommand *const found = findAskCommand(command);
    QVERIFY(found);
    AskValues values{{parameter, value}};
    const auto bad = checkValues(*found, values, Edition::V2022);
    QVERIFY(bad);
    QCOMPARE(wording::badValue(*bad, *found), words);
}

void tst_AskWording::editions()
{
    const AskCommand &position = *findAskCommand(u"position");
    QCOMPARE(wording::askMissing(position, Edition::V2022), QString());
    QCOMPARE(
        wording::askMissing(position, Edition::V2016), QStringLiteral("not in the edition of 2016, only since 2022"));
    AskValues values{{QStringLiteral("StreamNumber"), QStringLiteral("1")}};
    const AskCommand &recording = *findAskCommand(u"recording");
    const auto bad = checkValues(recording, values, Edition::V2016);
    QVERIFY(bad);
    QCOMPARE(wording::badValue(*bad, recording), QStringLiteral("is only there since 2022: leave it empty"));
    QCOMPARE(wording::edition(Edition::V2016), QStringLiteral("GB/T 28181-2016"));
}

QTEST_GUILESS_MAIN(tst_AskWording)
#include "tst_askwording.moc"
