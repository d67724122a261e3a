#include "tests/support/script.h"
#include "ui/findings/findingdetail.h"
#include "ui/findings/findingspanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using namespace std::chrono_literals;

/// What is wrong, as the window shows it.
class tst_FindingsPanel : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // for its plurals
    void worstAndOpenFirst();
    void nothingMovesUnderThePointer();
    void whatIsSeenAgainHasOtherFigures();
    void theWorstIsExplained();
    void theChoiceStays();
    void aDeviceShowsItsWorst();
    void aChosenDeviceKeepsItsFinding();
    void aPersonsChoiceIsTold();
    void whatIsWrongHasRoomFirst();
    void countsAreSaidOnce();
    void proofMessageByMessage();
    void muting();
    void mutesAreKept();
    void nothingIsMarkup();
    void competingCauses();
    void copied();
    void inChinese();
    void aFullListIsBounded();
    void manyDevicesAreOneLine();
    void oneEventIsOneLine();
    void byKeyboard();
    void aDeviceInAClosedLine();
    void aChosenOneAmongManyStaysInSight();
    void whenTheChosenOneIsOverTheNextIsExplained();

private:
    static Finding finding(
        quint32 id, FindingCode code, const QString &device, int second = 0, QList<quint64> messages = {1})
    {
        return {.id = id,
            .code = code,
            .device = device,
            .a = QStringLiteral("A"),
            .b = QStringLiteral("B"),
            .first = TimePoint(std::chrono::seconds(second)),
            .last = TimePoint(std::chrono::seconds(second)),
            .count = 1,
            .messages = std::move(messages)};
    }
    static QStringList devices(const FindingsPanel &panel)
    {
        QStringList out;
        for (int row = 0; row < panel.model()->rowCount(); ++row)
            out.append(panel.model()->at(row)->device);
        return out;
    }
    static QToolButton *toggle(const FindingsPanel &panel, const QString &text)
    {
        for (QToolButton *button : panel.findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    static QString shown(const FindingsPanel &panel) { return panel.detail()->text(); }
    static bool says(const FindingsPanel &panel, const QString &text)
    {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text() == text; });
    }

    Languages m_languages;
};

void tst_FindingsPanel::worstAndOpenFirst()
{
    FindingsPanel panel;
    Finding over = finding(1, FindingCode::WrongPassword, QStringLiteral("over"), 9);
    over.over = true;
    panel.apply({over, finding(2, FindingCode::UnknownType, QStringLiteral("note"), 8),
        finding(3, FindingCode::WrongPassword, QStringLiteral("error"), 1),
        finding(4, FindingCode::BehindNat, QStringLiteral("warning"), 7),
        finding(5, FindingCode::SharedId, QStringLiteral("later error"), 2)});
    QCOMPARE(panel.model()->rowCount(), 4); // what is over is not in the way
    toggle(panel, QStringLiteral("Show resolved"))->setChecked(true);
    QCOMPARE(devices(panel),
        (QStringList{QStringLiteral("later error"), QStringLiteral("error"), QStringLiteral("warning"),
            QStringLiteral("note"), QStringLiteral("over")}));
    QCOMPARE(panel.title(), QStringLiteral("Findings \u00b7 2 errors, 1 warning"));
    over.over = false; // it is back
    panel.apply({over});
    QCOMPARE(devices(panel).constFirst(), QStringLiteral("over"));
    QCOMPARE(panel.model()->counts().errors, 3);
}

/// Lines stay under the pointer; the counts go on.
void tst_FindingsPanel::nothingMovesUnderThePointer()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::BehindNat, QStringLiteral("warning"))});
    QEvent leave(QEvent::Leave);
    panel.show();
    QTest::mouseMove(panel.view()->viewport(), QPoint(10, 10));
    panel.apply({finding(2, FindingCode::WrongPassword, QStringLiteral("error"))});
    QCOMPARE(devices(panel), QStringList{QStringLiteral("warning")});
    QCOMPARE(panel.title(), QStringLiteral("Findings \u00b7 1 error, 1 warning"));
    QCoreApplication::sendEvent(panel.view()->viewport(), &leave);
    QCOMPARE(devices(panel), (QStringList{QStringLiteral("error"), QStringLiteral("warning")}));
}

/// Of a line of many devices its figures, and nothing of the others.
void tst_FindingsPanel::whatIsSeenAgainHasOtherFigures()
{
    FindingsPanel panel;
    QList<Finding> all;
    for (quint32 id = 1; id <= 4; ++id)
        all += finding(id, FindingCode::BeatsFaster, QStringLiteral("device %1").arg(id), static_cast<int>(id));
    all += finding(9, FindingCode::WrongPassword, QStringLiteral("error"));
    panel.apply(all);
    QCOMPARE(panel.model()->rowCount(), 2); // the error, and the four
    const QSignalSpy changed(panel.model(), &QAbstractItemModel::dataChanged);
    const auto said = panel.findChild<FindingDetail *>()->text();
    all[0].count += 5;
    all[0].last += 10s;
    panel.apply({all[0]});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), panel.model()->index(1, static_cast<int>(FindingColumn::Count)));
    QCOMPARE(changed[0][1].toModelIndex(), panel.model()->index(1, static_cast<int>(FindingColumn::Last)));
    QCOMPARE(panel.findChild<FindingDetail *>()->text(), said);
    all[4].count += 5;
    panel.apply({all[4]});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toModelIndex(), panel.model()->index(0, 0));
    QVERIFY(panel.findChild<FindingDetail *>()->text() != said); // it is the one that is explained
}

void tst_FindingsPanel::theWorstIsExplained()
{
    FindingsPanel panel;
    QCOMPARE(shown(panel), QString());
    panel.apply({finding(1, FindingCode::BehindNat, QStringLiteral("warning"))});
    QVERIFY(shown(panel).contains(QStringLiteral("behind NAT")));
    panel.apply({finding(2, FindingCode::WrongPassword, QStringLiteral("error"))});
    QVERIFY(shown(panel).startsWith(QStringLiteral("Wrong password")));
}

void tst_FindingsPanel::theChoiceStays()
{
    FindingsPanel panel;
    panel.resize(800, 200);
    panel.show();
    panel.apply({finding(1, FindingCode::BehindNat, QStringLiteral("warning")),
        finding(2, FindingCode::WrongPassword, QStringLiteral("error"))});
    const QRect row = panel.view()->visualRect(panel.model()->index(1, 2));
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(shown(panel).contains(QStringLiteral("behind NAT")));
    panel.apply({finding(3, FindingCode::SharedId, QStringLiteral("another error"), 5)});
    QVERIFY(shown(panel).contains(QStringLiteral("behind NAT")));
    QCOMPARE(panel.model()->at(panel.view()->currentIndex().row())->id, 1U);
}

void tst_FindingsPanel::aDeviceShowsItsWorst()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::UnknownType, QStringLiteral("a")),
        finding(2, FindingCode::BehindNat, QStringLiteral("a")),
        finding(3, FindingCode::WrongPassword, QStringLiteral("b"))});
    panel.setSelectedDevices({QStringLiteral("a")});
    QVERIFY(shown(panel).contains(QStringLiteral("behind NAT")));
    panel.setSelectedDevices({QStringLiteral("healthy")}); // that of another would be taken for its own
    QVERIFY(!panel.current());
    QVERIFY(panel.view()->selectionModel()->selectedRows().isEmpty());
    QVERIFY(says(panel, QStringLiteral("No open finding for the selected device.")));
    panel.apply({finding(4, FindingCode::SharedId, QStringLiteral("c"))});
    QVERIFY(!panel.current());
    panel.apply({finding(5, FindingCode::SharedId, QStringLiteral("healthy"))});
    QVERIFY(panel.current());
    QCOMPARE(panel.current()->device, QStringLiteral("healthy"));
    panel.setSelectedDevices({QStringLiteral("nobody")});
    toggle(panel, QStringLiteral("Only selected devices"))->setChecked(true);
    QCOMPARE(panel.model()->rowCount(), 0);
    panel.setSelectedDevices({QStringLiteral("a")});
    QCOMPARE(panel.model()->rowCount(), 2);
}

void tst_FindingsPanel::aChosenDeviceKeepsItsFinding()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::WrongPassword, QStringLiteral("a"))});
    panel.setSelectedDevices({QStringLiteral("a")}); // whose finding is shown already
    panel.apply({finding(2, FindingCode::WentSilent, QStringLiteral("b"), 5)});
    QCOMPARE(panel.model()->rowCount(), 2);
    QVERIFY(shown(panel).startsWith(QStringLiteral("Wrong password")));
    QCOMPARE(panel.model()->at(panel.view()->currentIndex().row())->id, 1U);
}

/// The other panes follow a click and an arrow key, and nothing that became the current row by itself.
void tst_FindingsPanel::aPersonsChoiceIsTold()
{
    FindingsPanel panel;
    panel.resize(800, 300);
    panel.show();
    const QSignalSpy chosen(&panel, &FindingsPanel::chosen);
    panel.apply({finding(1, FindingCode::BehindNat, QStringLiteral("a"), 0, {7, 9}),
        finding(2, FindingCode::WrongPassword, QStringLiteral("b"), 0, {3})});
    panel.setSelectedDevices({QStringLiteral("a")});
    panel.apply({finding(3, FindingCode::SharedId, QStringLiteral("c"), 5)});
    QVERIFY(chosen.isEmpty());
    const int row = devices(panel).indexOf(QStringLiteral("b"));
    const QRect place = panel.view()->visualRect(panel.model()->index(row, 2));
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constLast(), (QVariantList{3ULL, QStringLiteral("b")}));
    QTest::keyClick(panel.view(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.constLast(), (QVariantList{7ULL, QStringLiteral("a")}));
    QTest::keyClick(panel.view(), Qt::Key_Down); // there is none
    QCOMPARE(chosen.size(), 2);
}

/// In half of a small screen, too: IDs shrink, and what the detail says as well steps back.
void tst_FindingsPanel::whatIsWrongHasRoomFirst()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::WrongPassword, QStringLiteral("34020000001320000006"))});
    panel.show();
    const QHeaderView *const header = panel.view()->horizontalHeader();
    const int title = static_cast<int>(FindingColumn::Title), letter = panel.view()->fontMetrics().averageCharWidth();
    for (const int width : {1900, 1280, 900}) {
        panel.resize(width, 200);
        QCoreApplication::processEvents();
        QVERIFY2(header->sectionSize(title) >= 40 * letter, qPrintable(QString::number(width)));
        QVERIFY(!panel.view()->horizontalScrollBar()->isVisible());
    }
    QVERIFY(header->isSectionHidden(static_cast<int>(FindingColumn::First)));
    FindingsPanel late;
    late.resize(900, 200);
    late.show();
    QCoreApplication::processEvents();
    late.apply({finding(1, FindingCode::WrongPassword, QStringLiteral("34020000001320000006"), 0, {1, 2, 3})});
    QCoreApplication::processEvents();
    QVERIFY(late.detail()->width() >= late.detail()->minimumSizeHint().width()); // its buttons are not cut
    panel.resize(1900, 200);
    QCoreApplication::processEvents();
    QCOMPARE(header->hiddenSectionCount(), 0);
}

/// The title has the errors and warnings; the line below says what it does not.
void tst_FindingsPanel::countsAreSaidOnce()
{
    FindingsPanel panel;
    Finding over = finding(1, FindingCode::WrongPassword, QStringLiteral("a"));
    over.over = true;
    panel.apply({over, finding(2, FindingCode::SharedId, QStringLiteral("b"))});
    QCOMPARE(panel.title(), QStringLiteral("Findings \u00b7 1 error"));
    QVERIFY(says(panel, QStringLiteral("1 resolved")));
    panel.apply({finding(3, FindingCode::UnknownType, QStringLiteral("c"))});
    QVERIFY(says(panel, QStringLiteral("1 note \u00b7 1 resolved")));
}

void tst_FindingsPanel::proofMessageByMessage()
{
    FindingsPanel panel;
    QSignalSpy proofs(&panel, &FindingsPanel::proofRequested);
    panel.apply({finding(1, FindingCode::WrongPassword, QStringLiteral("a"), 0, {7, 9})});
    QCOMPARE(panel.detail()->proof()->text(), QStringLiteral("Show the &proof (2 messages)"));
    for (int i = 0; i < 3; ++i)
        panel.detail()->proof()->click();
    QCOMPARE(proofs.size(), 3);
    const quint64 order[] = {7, 9, 7};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(proofs.at(i).at(0).toULongLong(), order[i]);
        QCOMPARE(proofs.at(i).at(1).toString(), QStringLiteral("a"));
    }
    FindingsPanel none;
    none.apply({finding(1, FindingCode::ExpectedSilent, QStringLiteral("a"), 0, {})});
    QVERIFY(!none.detail()->proof()->isEnabled());
}

void tst_FindingsPanel::muting()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::BehindNat, QStringLiteral("a")),
        finding(2, FindingCode::BehindNat, QStringLiteral("b")),
        finding(3, FindingCode::WrongPassword, QStringLiteral("a"))});
    panel.setMutes({QStringLiteral("D23 a")});
    QCOMPARE(devices(panel), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(panel.title(), QStringLiteral("Findings \u00b7 1 error, 1 warning"));
    panel.setMutes({QStringLiteral("D23")});
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->counts().muted, 2);
    toggle(panel, QStringLiteral("Show muted"))->setChecked(true);
    QCOMPARE(panel.model()->rowCount(), 3);
    QCOMPARE(panel.model()->counts().warnings, 0);
}

void tst_FindingsPanel::mutesAreKept()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    QStringList many;
    for (int i = 0; i < AppSettings::mutesKept + 5; ++i)
        many.append(QStringLiteral("D23 %1").arg(i));
    AppSettings(file).setMutedFindings(many);
    const QStringList kept = AppSettings(file).mutedFindings();
    QCOMPARE(kept.size(), AppSettings::mutesKept);
    QCOMPARE(kept.constLast(), many.constLast());
}

void tst_FindingsPanel::nothingIsMarkup()
{
    FindingsPanel panel;
    Finding hostile = finding(1, FindingCode::IdNotDigits, QStringLiteral("<img src=x>"));
    hostile.a = QStringLiteral("<b>bold</b>%1%2");
    panel.apply({hostile});
    for (const QLabel *label : panel.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText);
    QVERIFY(shown(panel).contains(QStringLiteral("<b>bold</b>%1%2")));
    QVERIFY(!panel.model()->index(0, 2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
}

/// Each with its facts and what to do, also as text to be sent; where there is one cause nothing is listed.
void tst_FindingsPanel::competingCauses()
{
    FindingsPanel panel;
    Finding silent = finding(1, FindingCode::WentSilent, QStringLiteral("34020000001320000001"));
    CompetingCause way{.code = CauseCode::WayLost}, crash{.code = CauseCode::Crashed};
    way.speaksFor.append({EvidenceCode::NeighboursSilent, QStringLiteral("3"), QStringLiteral("<i>here</i>%1")});
    crash.speaksAgainst.append({EvidenceCode::SameCallId, QStringLiteral("4"), QStringLiteral("7")});
    silent.causes = {way, crash};
    panel.apply({silent});
    const QString text = shown(panel);
    for (const char *part :
        {"Causes that come into question:", "speaks for it: others that went silent with it at <i>here</i>%1: 3",
            "speaks against it: it came back with the same Call-ID, and CSeq went on from 4 to 7", "to find out: "})
        QVERIFY2(text.contains(QLatin1StringView(part)), qPrintable(text));
    for (const QLabel *label : panel.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText);
    FindingsPanel one;
    silent.causes = {way};
    one.apply({silent});
    QVERIFY(!shown(one).contains(QStringLiteral("come into question")));
}

void tst_FindingsPanel::copied()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::WrongServerId, QStringLiteral("34020000001320000001"))});
    for (QPushButton *button : panel.detail()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Cop&y"))
            button->click();
    }
    const QString text = QGuiApplication::clipboard()->text();
    for (const char *part : {"Wrong SIP server ID", "34020000001320000001",
             "What to do: Set the SIP server ID in the camera to B", "Cause (certain)", "D13", "9.1"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
}

void tst_FindingsPanel::inChinese()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::WrongPassword, QStringLiteral("a"))});
    m_languages.use(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    QCOMPARE(panel.title(), QStringLiteral("\u8bca\u65ad \u00b7 1 \u4e2a\u9519\u8bef"));
    QVERIFY(shown(panel).startsWith(QStringLiteral("\u5bc6\u7801\u9519\u8bef")));
    m_languages.use(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QVERIFY(shown(panel).startsWith(QStringLiteral("Wrong password")));
}

void tst_FindingsPanel::aFullListIsBounded()
{
    FindingsModel model;
    QList<Finding> many;
    for (quint32 i = 1; i <= 10'100; ++i) {
        many.append(finding(i, FindingCode::IdLength, QString::number(i)));
        many.last().over = i <= 200;
    }
    model.apply(many);
    QCOMPARE(model.rowCount(), 1); // one rule
    QCOMPARE(model.line(0).devices, 9'900);
    model.setShowOver(true);
    QCOMPARE(model.rowCount(), 101);
    model.setOpen(0, true);
    QCOMPARE(model.rowCount(), 1 + static_cast<int>(FindingsModel::capacity));
    QCOMPARE(model.counts().over, 100);
    QCOMPARE(model.counts().errors, 9'900);
    Finding over = many.at(5000);
    over.over = true;
    QSignalSpy counts(&model, &FindingsModel::countsChanged);
    model.apply({over}); // a long list is not put in order with every batch
    QCOMPARE(model.counts().over, 100);
    QVERIFY(counts.wait());
    QCOMPARE(model.counts().over, 101);
}

void tst_FindingsPanel::manyDevicesAreOneLine()
{
    FindingsPanel panel;
    QList<Finding> many;
    for (quint32 i = 1; i <= 60; ++i)
        many.append(finding(i, FindingCode::BehindNat, QString::number(i), static_cast<int>(i)));
    panel.apply(many.mid(0, 2));
    QCOMPARE(panel.model()->rowCount(), 2); // two are no fleet
    panel.apply(many);
    QCOMPARE(panel.model()->rowCount(), 1);
    const auto text = [&panel](FindingColumn column) {
        return panel.model()->index(0, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(FindingColumn::Device), QStringLiteral("60 devices"));
    QCOMPARE(text(FindingColumn::Count), QStringLiteral("60"));
    QVERIFY(shown(panel).contains(QStringLiteral("One of 60 devices")));
    panel.model()->setOpen(0, true);
    QCOMPARE(panel.model()->rowCount(), 61);
    QCOMPARE(panel.model()->line(1).depth, 1);
    many[5].over = true; // one is well again
    panel.apply({many[5]});
    QCOMPARE(text(FindingColumn::Device), QStringLiteral("59 devices"));
    QCOMPARE(panel.model()->counts().warnings, 59);
}

void tst_FindingsPanel::oneEventIsOneLine()
{
    FindingsPanel panel;
    Finding refused = finding(1, FindingCode::BeatRefused, QStringLiteral("a"), 5),
            offline = finding(2, FindingCode::ReportedOffline, QStringLiteral("a"), 6);
    panel.apply({refused, offline});
    QCOMPARE(panel.model()->counts().errors, 2);
    const Finding root = finding(3, FindingCode::BeatsWhileLapsed, QStringLiteral("a"), 7);
    refused.because = offline.because = root.id;
    panel.apply({root, refused, offline});
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->at(0)->id, root.id);
    QCOMPARE(panel.model()->counts().errors + panel.model()->counts().warnings, 1);
    QCOMPARE(panel.model()->line(0).under, 2);
    QVERIFY(shown(panel).contains(QStringLiteral("Because of that: ")));
    const auto worst = panel.model()->worstErrors();
    QVERIFY(worst.isEmpty() || worst.value(QStringLiteral("a")).id == root.id);
    panel.model()->setOpen(0, true);
    QCOMPARE(panel.model()->rowCount(), 3);
    panel.view()->setCurrentIndex(panel.model()->index(1, 0));
    QVERIFY(shown(panel).contains(QStringLiteral("Follows from: ")));
    Finding past = root;
    past.over = true; // and they go on
    panel.apply({past});
    QCOMPARE(panel.model()->rowCount(), 2);
    QCOMPARE(panel.model()->counts().errors, 2);
}

void tst_FindingsPanel::byKeyboard()
{
    FindingsPanel panel;
    panel.resize(900, 300);
    panel.show();
    QSignalSpy proofs(&panel, &FindingsPanel::proofRequested);
    QList<Finding> many;
    for (quint32 i = 1; i <= 4; ++i)
        many.append(finding(i, FindingCode::BehindNat, QString::number(i)));
    panel.apply(many);
    QTest::keyClick(panel.view(), Qt::Key_Right);
    QCOMPARE(panel.model()->rowCount(), 5);
    QTest::keyClick(panel.view(), Qt::Key_Down);
    QTest::keyClick(panel.view(), Qt::Key_Down);
    QTest::keyClick(panel.view(), Qt::Key_Left); // up to its line
    QCOMPARE(panel.view()->currentIndex().row(), 0);
    QTest::keyClick(panel.view(), Qt::Key_Left);
    QCOMPARE(panel.model()->rowCount(), 1);
    QTest::keyClick(panel.view(), Qt::Key_Return); // the line of many has no proof of its own
    QCOMPARE(panel.model()->rowCount(), 5);
    QCOMPARE(proofs.size(), 0);
    QTest::keyClick(panel.view(), Qt::Key_Down);
    QTest::keyClick(panel.view(), Qt::Key_Return);
    QCOMPARE(proofs.size(), 1);
}

void tst_FindingsPanel::aDeviceInAClosedLine()
{
    FindingsPanel panel;
    QList<Finding> many;
    for (quint32 i = 1; i <= 4; ++i)
        many.append(finding(i, FindingCode::BehindNat, QString::number(i)));
    panel.apply(many);
    QCOMPARE(panel.model()->rowCount(), 1);
    panel.setSelectedDevices({QStringLiteral("2")});
    QCOMPARE(panel.model()->rowCount(), 5);
    QCOMPARE(panel.current()->device, QStringLiteral("2"));
    panel.apply({finding(9, FindingCode::WrongPassword, QStringLiteral("x"))});
    QCOMPARE(panel.current()->device, QStringLiteral("2"));
}

/// It was alone when it was chosen; then others got the same, and all of them are one line.
void tst_FindingsPanel::aChosenOneAmongManyStaysInSight()
{
    FindingsPanel panel;
    panel.apply({finding(2, FindingCode::WrongPassword, QStringLiteral("2"))});
    panel.setSelectedDevices({QStringLiteral("2")});
    for (quint32 i = 3; i <= 6; ++i) {
        panel.apply({finding(i, FindingCode::WrongPassword, QString::number(i), static_cast<int>(i))});
        QVERIFY(panel.current());
        QCOMPARE(panel.current()->device, QStringLiteral("2"));
        QVERIFY(shown(panel).startsWith(QStringLiteral("Wrong password")));
    }
    // Nobody chose: the line of all of them stays closed
    FindingsPanel other;
    for (quint32 i = 1; i <= 5; ++i)
        other.apply({finding(i, FindingCode::WrongPassword, QString::number(i), static_cast<int>(i))});
    QCOMPARE(other.model()->rowCount(), 1);
    QVERIFY(shown(other).startsWith(QStringLiteral("Wrong password")));
}

void tst_FindingsPanel::whenTheChosenOneIsOverTheNextIsExplained()
{
    FindingsPanel panel;
    Finding worst = finding(1, FindingCode::WrongPassword, QStringLiteral("x"));
    panel.apply({worst, finding(2, FindingCode::BehindNat, QStringLiteral("x")),
        finding(3, FindingCode::SharedId, QStringLiteral("y"))});
    panel.setSelectedDevices({QStringLiteral("x")});
    QCOMPARE(panel.current()->id, 1U);
    worst.over = true;
    panel.apply({worst});
    QVERIFY(panel.current());
    QCOMPARE(panel.current()->id, 2U);
}

QTEST_MAIN(tst_FindingsPanel)
#include "tst_findingspanel.moc"
