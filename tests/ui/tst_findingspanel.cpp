#include "tests/support/script.h"
#include "ui/findings/findingdetail.h"
#include "ui/findings/findingspanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
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
    void theWorstIsExplained();
    void theChoiceStays();
    void aDeviceShowsItsWorst();
    void proofMessageByMessage();
    void muting();
    void mutesAreKept();
    void nothingIsMarkup();
    void copied();
    void inChinese();
    void aFullListIsBounded();

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
    QCOMPARE(devices(panel),
        (QStringList{QStringLiteral("later error"), QStringLiteral("error"), QStringLiteral("warning"),
            QStringLiteral("note"), QStringLiteral("over")}));
    QCOMPARE(panel.title(), QStringLiteral("Findings \u00b7 2 errors, 1 warning"));
    toggle(panel, QStringLiteral("Show what is over"))->setChecked(false);
    QCOMPARE(panel.model()->rowCount(), 4);
    over.over = false; // it is back
    panel.apply({over});
    QCOMPARE(devices(panel).constFirst(), QStringLiteral("over"));
    QCOMPARE(panel.model()->counts().errors, 3);
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
    panel.setSelectedDevices({QStringLiteral("healthy")});
    QVERIFY(shown(panel).contains(QStringLiteral("behind NAT"))); // it stays where it is
    toggle(panel, QStringLiteral("Only selected devices"))->setChecked(true);
    QCOMPARE(panel.model()->rowCount(), 0);
    panel.setSelectedDevices({QStringLiteral("a")});
    QCOMPARE(panel.model()->rowCount(), 2);
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

void tst_FindingsPanel::copied()
{
    FindingsPanel panel;
    panel.apply({finding(1, FindingCode::WrongServerId, QStringLiteral("34020000001320000001"))});
    for (QPushButton *button : panel.detail()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Copy"))
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
    QCOMPARE(model.rowCount(), static_cast<int>(FindingsModel::capacity));
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

QTEST_MAIN(tst_FindingsPanel)
#include "tst_findingspanel.moc"
