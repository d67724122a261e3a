#include "core/report/format.h"
#include "tests/support/events.h"
#include "tests/support/exportsite.h"
#include "ui/export/exportdialog.h"
#include "ui/export/exportpreviewer.h"
#include "ui/export/painted.h"
#include "ui/export/previewdialog.h"
#include "ui/export/profilechoice.h"
#include "ui/export/reportdialog.h"

#include <QtTest>
#include <QtWidgets>

using namespace gb;
using namespace gb::ui;
using gb::test::ExportSite;
using gb::test::letEventsComeUntil;
using Kind = ExportScope::Kind;

/// What is exported, and in which form.
class tst_ExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatIsOffered();
    void whereTheUserStands();
    void whatTheFlowShows();
    void whatIsForgotten();
    void devicesHaveNoMessages();
    void theSizeIsThatOfTheChoice();
    void tellsWhatWillBeInTheFile();
    void whatCannotBeWrittenIsTold();
    void theChangesAreShown();
    void theProofOfAFinding();
    void secretsAreConfirmedByTyping();

private:
    static QRadioButton *button(const ExportDialog &dialog, const ExportScopes &scopes, Kind kind)
    {
        const QList<QRadioButton *> buttons = dialog.findChildren<QRadioButton *>();
        for (qsizetype i = 0; i < scopes.all.size(); ++i) {
            if (scopes.all.at(i).kind == kind)
                return buttons.at(i);
        }
        return nullptr;
    }
    static QList<Kind> kinds(const ExportScopes &scopes)
    {
        QList<Kind> out;
        for (const ExportScope &one : scopes.all)
            out.append(one.kind);
        return out;
    }
};

void tst_ExportDialog::everyFormatIsOffered()
{
    ExportDialog dialog(ExportScopes{{ExportScope()}, 0});
    auto *const box = dialog.findChild<QComboBox *>();
    QSet<QByteArray> offered;
    for (int i = 0; i < box->count(); ++i) {
        offered.insert(box->itemData(i).toByteArray());
        box->setCurrentIndex(i);
        QVERIFY2(dialog.ending().startsWith(u'.') && dialog.fileFilter().contains(dialog.ending()),
            box->itemData(i).toByteArray().constData());
    }
    for (const Format &format : formats())
        QVERIFY2(offered.contains(format.id), format.id);
    for (const PaintedFormat &format : paintedFormats())
        QVERIFY2(offered.contains(format.id), format.id);
}

void tst_ExportDialog::whereTheUserStands()
{
    ExportSite site;
    QCOMPARE(kinds(site.scopes()), QList<Kind>{Kind::All});
    site.choose();
    for (const quint64 number : {7U, 3U})
        site.log.takeMarks({{number, site.log.entry(site.log.rowOf(number)).time(), true, {}}});
    const ExportScopes scopes = site.scopes();
    QCOMPARE(kinds(scopes),
        (QList<Kind>{Kind::All, Kind::Devices, Kind::Operation, Kind::Dialog, Kind::Transaction, Kind::Message,
            Kind::Marked, Kind::Shown}));
    QCOMPARE(scopes.all.at(scopes.usual).kind, Kind::Devices);
    QList<qint64> counts;
    for (const ExportScope &one : scopes.all) {
        counts.append(one.messages);
        QVERIFY(one.octets > 0 && !one.more);
        QVERIFY(one.numbers.empty() || static_cast<qint64>(one.numbers.size()) == one.messages);
        QVERIFY(std::is_sorted(one.numbers.begin(), one.numbers.end()));
    }
    QCOMPARE(counts, (QList<qint64>{8, 4, 4, 8, 2, 1, 2, 4})); // both devices use one Call-ID
    QCOMPARE(scopes.all.at(2).numbers, (std::vector<quint64>{1, 2, 3, 4}));
    QCOMPARE(scopes.all.at(4).numbers, (std::vector<quint64>{1, 2})); // the REGISTER and its 401
    QCOMPARE(scopes.all.at(5).numbers, std::vector<quint64>{2});
    QCOMPARE(scopes.all.at(6).numbers, (std::vector<quint64>{3, 7}));
    ExportDialog dialog(scopes);
    QVERIFY(button(dialog, scopes, Kind::Devices)->isChecked());
    QCOMPARE(dialog.options().devices, site.focus.devices());
    button(dialog, scopes, Kind::Message)->setChecked(true);
    QCOMPARE(dialog.options().numbers, std::vector<quint64>{2});
    QVERIFY(dialog.options().devices.isEmpty());
}

void tst_ExportDialog::whatTheFlowShows()
{
    ExportSite site;
    FlowFilter filter;
    filter.text = QStringLiteral("status:401");
    site.rows.setFilter(filter);
    const ExportScopes scopes = site.scopes();
    QCOMPARE(kinds(scopes), (QList<Kind>{Kind::All, Kind::Shown}));
    QCOMPARE(scopes.all.at(scopes.usual).kind, Kind::Shown);
    QCOMPARE(scopes.all.at(1).numbers, (std::vector<quint64>{2, 6}));
}

/// The record has them still.
void tst_ExportDialog::whatIsForgotten()
{
    ExportSite site;
    site.log.setCapacity(4);
    const ExportScopes scopes = site.scopes();
    QVERIFY(scopes.all.first().more);
    ExportDialog dialog(scopes);
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *one) { return one->text().startsWith(QStringLiteral("More than ")); }));
}

void tst_ExportDialog::devicesHaveNoMessages()
{
    ExportSite site;
    site.choose();
    const ExportScopes scopes = site.scopes();
    for (const Kind kind : {Kind::Operation, Kind::Dialog, Kind::Transaction, Kind::Message, Kind::Shown}) {
        ExportDialog dialog(scopes);
        auto *const box = dialog.findChild<QComboBox *>();
        QRadioButton *const ofMessages = button(dialog, scopes, kind);
        ofMessages->setChecked(true);
        box->setCurrentIndex(box->findData(QByteArray("sipp-device")));
        QVERIFY(ofMessages->isChecked());
        box->setCurrentIndex(box->findData(QByteArray("ladder-pdf")));
        QVERIFY(ofMessages->isChecked());
        for (const char *const format : {"devices-csv", "heartbeats-png"}) {
            box->setCurrentIndex(box->findData(QByteArray(format)));
            QVERIFY(!ofMessages->isEnabled());
            QVERIFY(dialog.options().callIds.isEmpty() && dialog.options().numbers.empty());
            QCOMPARE(dialog.options().devices, site.focus.devices());
        }
        box->setCurrentIndex(box->findData(QByteArray("text")));
        QVERIFY(ofMessages->isEnabled());
    }
}

void tst_ExportDialog::theSizeIsThatOfTheChoice()
{
    ExportSite site;
    site.choose();
    const ExportScopes scopes = site.scopes();
    ExportDialog dialog(scopes);
    const auto says = [&](const QString &start) {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const QLabel *one) { return one->text().startsWith(start); });
    };
    QVERIFY(says(QStringLiteral("4 message")));
    button(dialog, scopes, Kind::All)->setChecked(true);
    QVERIFY(says(QStringLiteral("8 message")));
    button(dialog, scopes, Kind::Message)->setChecked(true);
    QVERIFY(says(QStringLiteral("1 message")));
}

namespace {

/// The record can be read at once.
const ExportPreviewer::Ready atOnce = [](QObject *, const std::function<void()> &then) { then(); };

QLabel *labelWith(const QWidget &window, const QString &text)
{
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    const auto found = std::find_if(
        labels.begin(), labels.end(), [&](const QLabel *one) { return one->text().contains(text); });
    return found == labels.end() ? nullptr : *found;
}

} // namespace

/// The last choice counts; what was asked before it is not told any more.
void tst_ExportDialog::tellsWhatWillBeInTheFile()
{
    ExportSite site;
    site.choose();
    const ExportScopes scopes = site.scopes();
    QMutex mutex;
    QList<ExportOptions> asked;
    ExportPreviewer previewer(
        [&](const ExportOptions &options, const Progress &) {
            const QMutexLocker lock(&mutex);
            asked.append(options);
            ExportPreview preview;
            preview.result.messages = options.numbers.empty() ? 4321 : 1;
            preview.octets = 5000;
            preview.result.secrets.removed[0] = 77;
            return preview;
        },
        atOnce);
    ExportDialog dialog(scopes, &previewer);
    QSignalSpy finished(&previewer, &ExportPreviewer::finished);
    letEventsComeUntil([&] { return !finished.isEmpty(); });
    const QLabel *const told = labelWith(dialog, QStringLiteral("77"));
    QVERIFY(told && told->text().contains(QLocale().toString(4321)));
    QVERIFY(told->text().contains(QLocale().formattedDataSize(5000, 1)));
    auto *const boxes = dialog.findChild<QComboBox *>();
    boxes->setCurrentIndex(boxes->findData(QByteArray("csv")));
    QVERIFY(!told->text().contains(QStringLiteral("77"))); // it is of another file
    button(dialog, scopes, Kind::Message)->setChecked(true);
    letEventsComeUntil([&] { return finished.size() == 2; });
    QVERIFY(told->text().startsWith(QStringLiteral("1 message")));
    const QMutexLocker lock(&mutex);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.constLast().format, QByteArray("csv"));
    QCOMPARE(asked.constLast().numbers, std::vector<quint64>{2});
}

void tst_ExportDialog::whatCannotBeWrittenIsTold()
{
    ExportSite site;
    ExportPreviewer previewer(
        [](const ExportOptions &, const Progress &) {
            ExportPreview preview;
            preview.result.error = QStringLiteral("a <b>secret</b> is left");
            return preview;
        },
        atOnce);
    ExportDialog dialog(site.scopes(), &previewer);
    QSignalSpy finished(&previewer, &ExportPreviewer::finished);
    letEventsComeUntil([&] { return !finished.isEmpty(); });
    const QLabel *const told = labelWith(dialog, QStringLiteral("<b>secret</b>"));
    QVERIFY(told && told->textFormat() == Qt::PlainText);
}

void tst_ExportDialog::theChangesAreShown()
{
    ExportPreview preview;
    preview.changedTotal = 700;
    preview.changed = {{3, 1, 0, "REGISTER sip:a SIP/2.0\r\nA: 1\r\nB: old\x1b[31m\r\n",
                           "REGISTER sip:a SIP/2.0\r\nA: 1\r\nB: new\r\n"},
        {1234, 0, 2, "MESSAGE sip:a SIP/2.0\r\nC: x\r\n", "MESSAGE sip:b SIP/2.0\r\nC: x\r\n"}};
    PreviewDialog dialog(preview);
    auto *const list = dialog.findChild<QTreeWidget *>();
    const QList<QPlainTextEdit *> sides{dialog.findChild<QPlainTextEdit *>(QStringLiteral("before")),
        dialog.findChild<QPlainTextEdit *>(QStringLiteral("after"))};
    QCOMPARE(list->topLevelItemCount(), 2);
    QVERIFY(labelWith(dialog, QLocale().toString(700)));
    QCOMPARE(list->topLevelItem(1)->text(0), QLocale().toString(1234));
    const auto marked = [&](int side) {
        QStringList out;
        for (const QTextEdit::ExtraSelection &one : sides.at(side)->extraSelections())
            out.append(one.cursor.selectedText());
        return out;
    };
    QVERIFY(!sides.at(0)->toPlainText().contains(u'\x1b'));
    QCOMPARE(marked(1), QStringList{QStringLiteral("B: new")});
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(marked(0), QStringList{QStringLiteral("MESSAGE sip:a SIP/2.0")});
    QCOMPARE(marked(1), QStringList{QStringLiteral("MESSAGE sip:b SIP/2.0")});
    PreviewDialog empty{ExportPreview()};
    QCOMPARE(empty.findChild<QTreeWidget *>()->topLevelItemCount(), 0);
}

void tst_ExportDialog::theProofOfAFinding()
{
    ExportSite site;
    const ExportScopes scopes = ExportScopes::of(site.focus, site.rows, site.groups, {2, 6, 99});
    QCOMPARE(kinds(scopes), (QList<Kind>{Kind::All, Kind::Proof}));
    QCOMPARE(scopes.all.at(1).numbers, (std::vector<quint64>{2, 6}));
}

/// In both dialogs: a file with secrets is written only by who typed that, and for that choice alone.
void tst_ExportDialog::secretsAreConfirmedByTyping()
{
    ExportSite site;
    ExportDialog exporting(site.scopes());
    ReportDialog reporting({});
    for (QDialog *dialog : std::initializer_list<QDialog *>{&exporting, &reporting}) {
        dialog->show();
        const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
        const auto accept = std::find_if(
            buttons.begin(), buttons.end(), [](const QPushButton *one) { return one->isDefault(); });
        QVERIFY(accept != buttons.end() && (*accept)->isEnabled());
        auto *const box = dialog->findChild<ProfileChoice *>()->box();
        auto *const typed = dialog->findChild<QLineEdit *>(QStringLiteral("confirm"));
        QVERIFY(!typed->isVisible());
        box->setCurrentIndex(box->findData(static_cast<int>(Profile::None)));
        QVERIFY(typed->isVisible() && !(*accept)->isEnabled());
        typed->setText(QStringLiteral("secret"));
        QVERIFY(!(*accept)->isEnabled());
        typed->setText(QStringLiteral(" Secrets "));
        QVERIFY((*accept)->isEnabled());
        box->setCurrentIndex(box->findData(static_cast<int>(Profile::Public)));
        QVERIFY(!typed->isVisible() && (*accept)->isEnabled());
        box->setCurrentIndex(box->findData(static_cast<int>(Profile::None)));
        QVERIFY(!(*accept)->isEnabled()); // it was typed for another file
    }
}

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
