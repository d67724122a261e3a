#include "core/report/words/medianumbers.h"
#include "core/report/words/mediawording.h"
#include "core/report/words/playwording.h"
#include "tests/support/playedmedia.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What is said of a play: something for each cause and outcome, and never more surely than it is.
class tst_PlayWording : public QObject
{
    Q_OBJECT
private slots:
    void everyCauseHasWords();
    void everyOutcomeHasWords();
    void aSoundPlay();
    void aFaultIsNamedFirst();
    void aDeviceThatHangsUp();
    void refusalsFollowTheirStatus();
    void whatLooksTheSameIsSaid();
    void numbersOfNothing();
    void numbersOfAPlay();
    void proofs();
};

static QString valueOf(const MediaReport &media, const QString &name)
{
    for (const wording::MediaNumber &one : wording::mediaNumbers(media)) {
        if (one.name == name)
            return one.value;
    }
    return QStringLiteral("no such number");
}

void tst_PlayWording::everyCauseHasWords()
{
    for (int i = 0; i < static_cast<int>(MediaCause::Count); ++i) {
        MediaFinding one;
        one.cause = static_cast<MediaCause>(i);
        one.words = QStringList(5, QStringLiteral("7"));
        const wording::FindingText text = wording::mediaCause(one);
        const QString name = QString::fromLatin1(mediaCauseName(one.cause));
        QVERIFY2(!text.title.isEmpty() && text.title != name, qPrintable(name));
        QVERIFY2(!text.cause.isEmpty() && !text.advice.isEmpty(), qPrintable(name));
        QVERIFY2(!text.title.contains(u'%') || text.title.contains(u" %)"), qPrintable(text.title));
    }
}

void tst_PlayWording::everyOutcomeHasWords()
{
    QSet<QString> sentences, briefs;
    for (int i = 0; i < static_cast<int>(PlayOutcome::Count); ++i) {
        PlayReport report;
        report.outcome = static_cast<PlayOutcome>(i);
        report.status = 486;
        report.detail = QStringLiteral("in use");
        sentences.insert(wording::playSentence(report));
        briefs.insert(wording::playBrief(report));
        const bool began = wording::wasPlayed(report) || report.outcome == PlayOutcome::Stopped
            || report.outcome == PlayOutcome::Refused; // then its media, or its answer, tell
        QVERIFY2(
            wording::playCauses(report).startsWith(u"Advice: ") != began, qPrintable(wording::playSentence(report)));
    }
    QCOMPARE(sentences.size(), static_cast<int>(PlayOutcome::Count));
    QCOMPARE(briefs.size(), static_cast<int>(PlayOutcome::Count));
    QVERIFY(sentences.contains(QStringLiteral("Not played: the device refused with 486")));
    QVERIFY(briefs.contains(QStringLiteral("refused, 486")));
    QVERIFY(sentences.contains(QStringLiteral("Not played: no port for media could be opened: in use")));
}

void tst_PlayWording::aSoundPlay()
{
    PlayReport report;
    report.media = PlayedMedia::whole();
    QCOMPARE(wording::playSentence(report), QStringLiteral("The stream is sound"));
    QCOMPARE(wording::playBrief(report), QStringLiteral("sound"));
    QVERIFY(wording::mediaReason(report.media).isEmpty());
    QVERIFY(wording::mediaCauses(report.media).startsWith(u"The stream is sound\nEverything"));
    QVERIFY(!wording::mediaCauses(report.media).contains(u"Cause:"));
    report.outcome = PlayOutcome::Stopped;
    QCOMPARE(wording::playSentence(report), QStringLiteral("Stopped. Until then: The stream is sound"));
}

void tst_PlayWording::aFaultIsNamedFirst()
{
    PlayReport report;
    report.media = PlayedMedia::whole("wrong-ssrc");
    QVERIFY2(
        wording::playSentence(report).startsWith(u"The stream is broken: "), qPrintable(wording::playSentence(report)));
    QVERIFY(wording::playSentence(report).contains(u"0200000002"));
    const QString causes = wording::mediaCauses(report.media);
    QVERIFY2(causes.contains(u" (broken)\nCause: ") && causes.contains(u"\nAdvice: "), qPrintable(causes));
}

void tst_PlayWording::aDeviceThatHangsUp()
{
    PlayReport report;
    report.outcome = PlayOutcome::Ended;
    report.media = PlayedMedia::whole("wrong-ssrc");
    QVERIFY(wording::playSentence(report).startsWith(u"The stream is broken: "));
    report.media = PlayedMedia::whole(); // as far as it came
    QCOMPARE(wording::playSentence(report), QStringLiteral("The device hung up. Until then: The stream is sound"));
    report.media = {};
    QCOMPARE(wording::playSentence(report), QStringLiteral("The device hung up"));
}

/// A refusal has the words of its status alone.
void tst_PlayWording::refusalsFollowTheirStatus()
{
    MediaFinding one;
    one.cause = MediaCause::Refused;
    one.words = {QStringLiteral("486")};
    const wording::FindingText text = wording::mediaCause(one);
    QCOMPARE(text.title, QStringLiteral("The device refused the INVITE with 486"));
    QVERIFY2(text.cause.contains(QStringLiteral("as many viewers")), qPrintable(text.cause));
    QVERIFY2(!text.cause.contains(QStringLiteral("404")), qPrintable(text.cause));
}

/// Nothing on the wire tells a firewall from a device that does not send.
void tst_PlayWording::whatLooksTheSameIsSaid()
{
    MediaReport media;
    MediaFinding one;
    one.cause = MediaCause::LossOnTheWay;
    one.weight = MediaWeight::Broken;
    one.words = {QStringLiteral("6"), QStringLiteral("138"), QStringLiteral("4.35")};
    one.twin = MediaCause::LossInOwnSocket;
    one.provisional = true;
    media.findings = {one};
    const QString causes = wording::mediaCauses(media);
    QVERIFY2(
        causes.startsWith(u"Media packets were lost on the way: 6 of 138 (4.35 %). It would look the same if: this "
                          "computer lost them itself, in the buffer of its socket (broken, provisional)\n"),
        qPrintable(causes));
    for (const MediaCause twin :
        {MediaCause::OfferedAddressOff, MediaCause::MapOnce, MediaCause::EndedBySender, MediaCause::Stopped}) {
        media.findings.front().twin = twin; // numbers of the one say nothing of the other
        QVERIFY2(!wording::mediaCauses(media).section(QStringLiteral("same if"), 1).section(u'(', 0, 0).contains(u'6'),
            mediaCauseName(twin));
        QVERIFY2(wording::mediaCauses(media).contains(u"It would look the same if: "), mediaCauseName(twin));
    }
    QCOMPARE(wording::mediaSentence(media), QStringLiteral("not decided yet")); // provisional breaks nothing
}

void tst_PlayWording::numbersOfNothing()
{
    const MediaReport none;
    for (const wording::MediaNumber &one : wording::mediaNumbers(none)) {
        const bool known = one.name == u"Packets" || one.name == u"RTCP" || one.name == u"Lost by this computer";
        QVERIFY2(known || one.value == u"\u2013", qPrintable(one.name + u'=' + one.value));
        QVERIFY2(!one.meaning.isEmpty(), qPrintable(one.name));
    }
    QCOMPARE(valueOf(none, QStringLiteral("Lost by this computer")), QStringLiteral("unknown"));
    for (int i = 0; i < static_cast<int>(MediaLink::Count); ++i)
        QVERIFY(wording::linkProof(none, static_cast<MediaLink>(i)).isEmpty());
}

void tst_PlayWording::numbersOfAPlay()
{
    const MediaReport media = PlayedMedia::whole("rtp-loss");
    QVERIFY(valueOf(media, QStringLiteral("Lost")).contains(u" of "));
    QVERIFY(valueOf(media, QStringLiteral("Bursts of loss")).endsWith(u", at most 1 packets in a row"));
    QCOMPARE(valueOf(media, QStringLiteral("Lost by this computer")), QStringLiteral("0"));
    QCOMPARE(valueOf(media, QStringLiteral("SSRC offered")), QStringLiteral("0200000001"));
    QCOMPARE(valueOf(media, QStringLiteral("SSRC received")), QStringLiteral("0200000001"));
    QCOMPARE(valueOf(media, QStringLiteral("Payload type")), QStringLiteral("96 (PS/90000)"));
    QCOMPARE(valueOf(media, QStringLiteral("The packets carry")), QStringLiteral("PS"));
    QCOMPARE(valueOf(media, QStringLiteral("Codec")), QStringLiteral("H.264"));
    QCOMPARE(valueOf(media, QStringLiteral("Size")), QStringLiteral("640 \u00d7 360"));
    QCOMPARE(valueOf(media, QStringLiteral("Profile")), QStringLiteral("Main, level 3.0"));
    QVERIFY(valueOf(media, QStringLiteral("Audio")).startsWith(u"G.711A, "));
    QVERIFY(valueOf(media, QStringLiteral("Frame rate")).endsWith(u" (its SPS says 25.0)"));
    QCOMPARE(valueOf(media, QStringLiteral("Media from")), QStringLiteral("10.0.0.64:15060"));
}

void tst_PlayWording::proofs()
{
    const MediaReport media = PlayedMedia::whole();
    for (int i = 0; i < static_cast<int>(MediaLink::Count); ++i) {
        const auto link = static_cast<MediaLink>(i);
        QVERIFY2(wording::linkProof(media, link).isEmpty() == (link == MediaLink::Connected), mediaLinkName(link));
    }
    QCOMPARE(wording::linkProof(media, MediaLink::Answered), QStringLiteral("200 after 12 ms"));
    QVERIFY(wording::linkProof(media, MediaLink::Map).contains(u"video 0x1b, audio 0x90"));
}

QTEST_GUILESS_MAIN(tst_PlayWording)
#include "tst_playwording.moc"
