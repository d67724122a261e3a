#include "tests/support/devices.h"
#include "tests/support/livewindow.h"
#include "ui/client/askcommands.h"
#include "ui/client/askform.h"
#include "ui/client/asking.h"
#include "ui/client/askwindow.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/desk.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// The window that asks devices: form, sending, result.
class tst_AskWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void whatCannotBeAskedSaysWhy();
    void whatAnEditionLacksIsMarked();
    void noTitleIsCut();
    void keysPassOverGroups();
    void tabLeadsThroughTheFields_data();
    void tabLeadsThroughTheFields();
    void aWrongValueSaysWhy();
    void aTimeBeginsToday();
    void someChoicesAreBoxes();
    void theMessageIsShownAhead();
    void anAnswerIsShown();
    void progressAndCancel();
    void whatFails_data();
    void whatFails();
    void whatRestartsIsConfirmed();
    void theTickIsForOneThing();
    void whatErasesIsAskedTwice();
    void whatWasAskedAboutIsSent();
    void whatIsOnlyShownIsNotSent();
    void theLastResultIsShownAgain();
    void channelsOfTheCatalog();
    void listsSortAndFilter();
    void aCatalogIsATree();
    void recordingsOnALine();
    void textOfADeviceIsPlain();
    void leadsToTheMessages();
    void aFormIsFilledWithWhatTheDeviceHas();
    void whatDiffersIsMarked();
    void withASession();
    void theHeadOfABatchIsTheBatch();
    void theFirstArrowSelectsTheFirstRow();
    void aTypeOfAnotherEditionIsNoted();
    void hintsAreOfTheCommand();
    void aPasswordIsDots();
    void passwordsOfAnswersAreDots();

private:
    Languages m_languages;
};

/// The window over devices that a test makes.
struct Parts
{
    DeviceTableModel devices;
    AskWindow window{devices, nullptr};
    QSignalSpy asked{&window.asking(), &Asking::askRequested};
    QSignalSpy stopped{&window.asking(), &Asking::stopRequested};

    explicit Parts(const char *version = "3.0", int count = 2)
    {
        QList<DeviceSnapshot> all;
        for (int i = 1; i <= count; ++i) {
            all.append(device(i, DeviceState::Online));
            all.last().gbVersion = QLatin1StringView(version);
        }
        devices.apply(all, {}, start);
        window.setCanAsk(true);
        window.setDevices({idOf(1)});
        window.show();
    }
    void choose(const char *command)
    {
        window.findChild<AskCommandList *>()->choose(*findAskCommand(QString::fromLatin1(command)));
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : window.findChildren<QPushButton *>()) {
            if (one->isVisibleTo(&window) && one->text().startsWith(text))
                return one;
        }
        return nullptr;
    }
    QPushButton *send() const
    {
        for (const char *text : {"A&sk", "&Send", "Mo&ve", "&Do it"}) {
            if (QPushButton *const one = button(QLatin1StringView(text)))
                return one;
        }
        return nullptr;
    }
    bool says(const QString &text) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return label->isVisibleTo(&window) && label->text().contains(text); });
    }
    /// All that is said, to see why a test fails.
    QString labels() const
    {
        QStringList texts;
        for (const QLabel *label : window.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'|');
    }
    AskQuestion question(int at = -1) const
    {
        return asked.value(at < 0 ? asked.size() - 1 : at).value(0).value<AskQuestion>();
    }
    template<typename Widget>
    Widget *field(const char *name) const
    {
        for (Widget *one : window.findChild<AskForm *>()->findChildren<Widget *>()) {
            if (one->accessibleName() == QLatin1StringView(name))
                return one;
        }
        return nullptr;
    }
    template<typename View>
    View *view(const char *name) const
    {
        for (View *one : window.findChildren<View *>()) {
            if (one->accessibleName() == QLatin1StringView(name))
                return one;
        }
        return nullptr;
    }
    QTabWidget *pages() const { return window.findChild<QTabWidget *>(); }
    /// Asks by the button, and answers what a device would.
    void answer(AskReport report)
    {
        send()->click();
        const AskQuestion last = question();
        report.id = last.id;
        report.device = last.device;
        report.about = last.about.isEmpty() ? last.device : last.about;
        report.command = last.command;
        window.asking().take(report);
    }
};

static AskReport infoReport()
{
    AskReport report;
    report.status = 200;
    report.parts = 1;
    report.result = QStringLiteral("OK");
    report.fields = {{QStringLiteral("Result"), QStringLiteral("OK")},
        {QStringLiteral("Manufacturer"), QStringLiteral("Hikvision")},
        {QStringLiteral("Firmware"), QStringLiteral("V5.7.3")}};
    report.request = 17;
    report.askedAt = start;
    report.answeredAt = start + 12ms;
    report.respondedAt = start + 34ms;
    return report;
}

static AskReport catalogReport(int count)
{
    AskReport report;
    report.status = 200;
    report.parts = 1;
    report.sum = count;
    report.columns = {QStringLiteral("Name"), QStringLiteral("DeviceID"), QStringLiteral("ParentID"),
        QStringLiteral("X-Vendor"), QStringLiteral("Parental")};
    for (int i = 0; i < count; ++i)
        report.items.append({QStringLiteral("Gate %1").arg(i), idOf(100 + i), idOf(i == 0 ? 1 : 100),
            QStringLiteral("x"), QString::number(i)});
    return report;
}

static QString cell(const QTableView &view, int row, int column)
{
    return view.model()->index(row, column).data().toString();
}

/// And not the first of its devices, nor what that one announces.
void tst_AskWindow::theHeadOfABatchIsTheBatch()
{
    Parts parts("3.0", 3);
    const auto *edition = parts.view<QComboBox>("Edition of the message");
    QVERIFY(parts.says(idOf(1)));
    QCOMPARE(edition->itemText(0), QStringLiteral("as announced: 2022"));
    parts.window.setDevices({idOf(1), idOf(2), idOf(3)});
    QVERIFY2(parts.says(QStringLiteral("3 selected devices")) && !parts.says(idOf(1)), qPrintable(parts.labels()));
    QCOMPARE(edition->itemText(0), QStringLiteral("as each announces, else as 2016"));
    auto *whom = parts.view<QComboBox>("Who is asked");
    whom->setCurrentIndex(0);
    QVERIFY(parts.says(idOf(1)));
    QCOMPARE(edition->itemText(0), QStringLiteral("as announced: 2022"));
    whom->setCurrentIndex(1);
    parts.window.setDevices({idOf(2), idOf(3)});
    QVERIFY(parts.says(QStringLiteral("2 selected devices")));
    parts.window.setDevices({idOf(2)});
    QVERIFY(parts.says(idOf(2)) && !parts.says(QStringLiteral("selected devices")));
}

void tst_AskWindow::theFirstArrowSelectsTheFirstRow()
{
    for (const int rows : {1, 3}) {
        Parts parts;
        parts.choose("catalog");
        parts.answer(catalogReport(rows));
        auto *list = parts.view<QTableView>("List of the answer");
        list->setFocus();
        list->selectionModel()->setCurrentIndex(list->model()->index(0, 0), QItemSelectionModel::NoUpdate); // by Tab
        QTest::keyClick(list, Qt::Key_Down);
        const QModelIndexList selected = list->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0].row(), 0);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->selectionModel()->selectedRows().value(0).row(), std::min(1, rows - 1));
    }
}

void tst_AskWindow::aTypeOfAnotherEditionIsNoted()
{
    Parts parts("2.0");
    parts.choose("config");
    const QString note = QStringLiteral("FrameMirror is not in the edition of 2016, only since 2022");
    QVERIFY(!parts.says(QStringLiteral("not in the edition")));
    auto *box = parts.window.findChild<AskForm *>()->findChild<QCheckBox *>(QStringLiteral("FrameMirror"));
    box->setChecked(true);
    QVERIFY2(parts.says(note), qPrintable(parts.labels()));
    QVERIFY(parts.send()->isEnabled()); // it can be asked for all the same
    box->setChecked(false);
    QVERIFY(!parts.says(note));
    Parts newer("3.0");
    newer.choose("config");
    newer.window.findChild<AskForm *>()->findChild<QCheckBox *>(QStringLiteral("FrameMirror"))->setChecked(true);
    QVERIFY(!newer.says(QStringLiteral("not in the edition")));
}

void tst_AskWindow::hintsAreOfTheCommand()
{
    Parts parts;
    parts.choose("subscribe-catalog");
    QVERIFY2(parts.says(QStringLiteral("header Event: what is subscribed to")), qPrintable(parts.labels()));
    QVERIFY(!parts.says(QStringLiteral("VLOST")));
}

/// Until the tick shows it: in the field, and in the message that is shown ahead. It is sent as it was typed.
void tst_AskWindow::aPasswordIsDots()
{
    Parts parts("1.1");
    parts.choose("set-basic");
    auto *line = parts.field<QLineEdit>("Password");
    auto *show = parts.field<QCheckBox>("Show the password");
    QVERIFY(line && show && !show->isChecked());
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QCOMPARE(parts.field<QLineEdit>("DomainName")->echoMode(), QLineEdit::Normal);
    line->setText(QStringLiteral("Geheim-7"));
    const auto message = [&parts] { return parts.window.findChild<QPlainTextEdit *>()->toPlainText(); };
    QVERIFY2(message().contains(QStringLiteral("<Password>******</Password>")), qPrintable(message()));
    QVERIFY(!message().contains(QStringLiteral("Geheim-7")));
    QVERIFY(!parts.labels().contains(QStringLiteral("Geheim-7")));
    show->setChecked(true);
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    QVERIFY(message().contains(QStringLiteral("<Password>Geheim-7</Password>")));
    show->setChecked(false);
    QVERIFY(!message().contains(QStringLiteral("Geheim-7")));
    line->setText(QString(65, u'x')); // what is wrong with it is said as of any other
    QVERIFY2(parts.says(QStringLiteral("is too long")), qPrintable(parts.labels()));
    line->setText(QStringLiteral("Geheim-7"));
    show->setChecked(true);
    parts.choose("info");
    parts.choose("set-basic"); // the fields are made again
    line = parts.field<QLineEdit>("Password");
    QCOMPARE(line->text(), QStringLiteral("Geheim-7"));
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    parts.send()->click();
    QCOMPARE(parts.question().values.value(QStringLiteral("Password")), QStringLiteral("Geheim-7"));
}

void tst_AskWindow::passwordsOfAnswersAreDots()
{
    const QString path = QStringLiteral("BasicParam/Password"), secret = QStringLiteral("Geheim-7"), dots(6, u'\u2022');
    Parts parts("1.1");
    parts.choose("config");
    AskReport report = infoReport();
    report.fields.append({path, secret});
    parts.answer(report);
    const QAbstractItemModel *elements = parts.view<QTableView>("Elements of the answer")->model();
    QCOMPARE(elements->index(3, 0).data().toString(), path);
    QCOMPARE(elements->index(3, 1).data().toString(), dots);
    QVERIFY(!elements->index(3, 1).data(Qt::ToolTipRole).toString().contains(secret));
    parts.choose("set-basic");
    parts.field<QLineEdit>("Password")->setText(secret);
    report.fields.clear();
    report.outcome = AskOutcome::NotTaken;
    report.readBack = AskOutcome::Done;
    report.settings = {{path, secret, QStringLiteral("other"), false}};
    parts.answer(report);
    QCOMPARE(elements->index(0, 1).data().toString(), dots);
    QCOMPARE(elements->index(0, 2).data().toString(), QStringLiteral("\u2260 ") + dots);
    parts.choose("catalog");
    AskReport channels = catalogReport(1);
    channels.columns.append(QStringLiteral("Password"));
    channels.items[0].append(secret);
    parts.answer(channels);
    const QAbstractItemModel *list = parts.view<QTableView>("List of the answer")->model();
    QStringList cells;
    for (int column = 0; column < list->columnCount(); ++column)
        cells.append(list->index(0, column).data().toString());
    QVERIFY2(cells.contains(dots) && !cells.contains(secret), qPrintable(cells.join(u'|')));
}

void tst_AskWindow::whatCannotBeAskedSaysWhy()
{
    Parts parts;
    QVERIFY(parts.send()->isEnabled());
    parts.window.setCanAsk(false);
    QVERIFY(!parts.send()->isEnabled() && parts.says(QStringLiteral("does not listen as a server")));
    parts.window.setCanAsk(true);
    QComboBox *const about = parts.view<QComboBox>("About which channel");
    QVERIFY(about);
    about->setEditText(QStringLiteral("a b"));
    QVERIFY(!parts.send()->isEnabled() && parts.says(QStringLiteral("An ID has 1 to 64 letters")));
    about->setEditText(idOf(7));
    parts.send()->click();
    QCOMPARE(parts.question().about, idOf(7));
    const DeviceTableModel none;
    AskWindow empty(none, nullptr);
    empty.setCanAsk(true);
    empty.show();
    const auto labels = empty.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text() == u"Select a device in the table."; }));
}

void tst_AskWindow::whatAnEditionLacksIsMarked()
{
    Parts parts("2.0");
    QVERIFY(parts.says(QStringLiteral("announces X-GB-Ver 2.0 (GB/T 28181-2016)")));
    parts.choose("position");
    QVERIFY(parts.says(QStringLiteral("not in the edition of 2016, only since 2022")));
    m_languages.use(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    QVERIFY(parts.says(QStringLiteral("此命令 2016 版没有"))); // of two texts, with a blank ahead of the figure
    m_languages.use(QStringLiteral("en"));
    QCoreApplication::processEvents();
    const auto *list = parts.window.findChild<AskCommandList *>();
    QVERIFY(list->currentItem()->text(0).startsWith(QStringLiteral("(2022) Where it looks")));
    QVERIFY(parts.send()->isEnabled()); // marked, not hidden
    QComboBox *const edition = parts.view<QComboBox>("Edition of the message");
    QVERIFY(edition);
    QCOMPARE(edition->currentText(), QStringLiteral("as announced: 2016"));
    edition->setCurrentIndex(edition->findText(QStringLiteral("2022")));
    QVERIFY(list->currentItem()->text(0).startsWith(QStringLiteral("Where it looks")));
    parts.send()->click();
    QCOMPARE(parts.question().edition, Edition::V2022);
    edition->setCurrentIndex(0);
    parts.choose("info");
    parts.send()->click();
    QCOMPARE(parts.question().edition, std::nullopt);
    Parts silent("");
    QVERIFY(silent.says(QStringLiteral("does not announce a version")));
    QCOMPARE(silent.view<QComboBox>("Edition of the message")->currentText(), QStringLiteral("not announced: as 2016"));
}

/// Where there is room.
void tst_AskWindow::noTitleIsCut()
{
    for (const char *language : {"en", "zh_CN"}) {
        m_languages.use(QLatin1StringView(language));
        const Parts parts;
        auto *list = parts.window.findChild<AskCommandList *>();
        QCoreApplication::processEvents();
        for (QTreeWidgetItemIterator each(list); *each; ++each)
            QVERIFY2(list->fontMetrics().horizontalAdvance((*each)->text(0)) < list->visualItemRect(*each).width(),
                qPrintable((*each)->text(0)));
    }
    m_languages.use(QStringLiteral("en"));
}

void tst_AskWindow::keysPassOverGroups()
{
    Parts parts;
    auto *list = parts.window.findChild<AskCommandList *>();
    QSet<const AskCommand *> seen{list->command()};
    for (std::size_t i = 0; i < askCommands().size(); ++i) {
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(list->currentItem()->parent());
        seen.insert(list->command());
    }
    QCOMPARE(seen.size(), static_cast<qsizetype>(askCommands().size()));
    for (std::size_t i = 0; i < askCommands().size(); ++i)
        QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(list->command(), askCommands()[0]);
}

void tst_AskWindow::tabLeadsThroughTheFields_data()
{
    QTest::addColumn<QByteArray>("command");
    const QStringList byHand{QStringLiteral("ptz"), QStringLiteral("lens")};
    for (const AskCommand *command : askCommands()) {
        if (!command->parameters.empty() && !byHand.contains(QLatin1StringView(command->name)))
            QTest::newRow(command->name) << QByteArray(command->name);
    }
}

/// From the commands to the fields, from the top to the bottom, and from them to the button.
void tst_AskWindow::tabLeadsThroughTheFields()
{
    QFETCH(const QByteArray, command);
    Parts parts;
    parts.choose("catalog");
    parts.choose(command.constData()); // the fields are made while the window is in use
    const auto *form = parts.window.findChild<AskForm *>();
    if (!form->hasFields()) // what is fixed has none
        return;
    QApplication::setActiveWindow(&parts.window);
    auto *list = parts.window.findChild<AskCommandList *>();
    list->setFocus();
    QList<QWidget *> fields;
    QWidget *now = list;
    for (int i = 0; i < 60 && (now == list || now != parts.send()); ++i) {
        QTest::keyClick(now, Qt::Key_Tab);
        now = QApplication::focusWidget();
        if (fields.contains(now))
            break;
        if (form->isAncestorOf(now))
            fields.append(now);
        QVERIFY2(i < 1 || !fields.isEmpty(), "more than the button that reads comes ahead of the fields");
    }
    QList<QWidget *> all;
    for (QWidget *one : form->findChildren<QWidget *>()) {
        if (qobject_cast<QLineEdit *>(one) || qobject_cast<QComboBox *>(one) || qobject_cast<QCheckBox *>(one))
            all.append(one);
    }
    QCOMPARE(fields.size(), all.size());
    const auto at = [form](const QWidget *one) { return one->mapTo(form, QPoint()); };
    for (qsizetype i = 1; i < fields.size(); ++i) {
        const QPoint before = at(fields[i - 1]), here = at(fields[i]);
        QVERIFY(here.y() > before.y() || (here.y() == before.y() && here.x() > before.x()));
    }
}

void tst_AskWindow::aWrongValueSaysWhy()
{
    Parts parts;
    parts.choose("look-at");
    auto *tilt = parts.field<QLineEdit>("Tilt");
    QVERIFY(tilt);
    parts.field<QLineEdit>("Pan")->setText(QStringLiteral("90"));
    tilt->setText(QStringLiteral("91"));
    QVERIFY(!parts.send()->isEnabled() && parts.says(QStringLiteral("must be from -90 to 90")));
    QVERIFY(tilt->accessibleDescription().contains(QStringLiteral("must be from")));
    tilt->setText(QStringLiteral("-4.5"));
    QVERIFY2(!parts.says(QStringLiteral("must be from")), qPrintable(parts.labels()));
    QVERIFY2(parts.send()->isEnabled(), qPrintable(parts.labels()));
    QVERIFY(parts.says(QStringLiteral("It moves the camera")));
    parts.send()->click();
    QCOMPARE(parts.question().values,
        (AskValues{{QStringLiteral("Pan"), QStringLiteral("90")}, {QStringLiteral("Tilt"), QStringLiteral("-4.5")}}));
    parts.choose("info");
    parts.choose("look-at"); // what was typed is still there
    QCOMPARE(parts.field<QLineEdit>("Tilt")->text(), QStringLiteral("-4.5"));
}

void tst_AskWindow::aTimeBeginsToday()
{
    Parts parts;
    parts.choose("record");
    auto *from = parts.field<QLineEdit>("StartTime"), *to = parts.field<QLineEdit>("EndTime");
    QVERIFY(from->text().endsWith(QStringLiteral("T00:00:00")) && to->text().endsWith(QStringLiteral("T23:59:59")));
    QCOMPARE(from->text().left(10), to->text().left(10));
    from->clear();
    QVERIFY(!parts.send()->isEnabled() && parts.says(QStringLiteral("is needed")));
    from->setText(QStringLiteral("yesterday"));
    QVERIFY(parts.says(QStringLiteral("must be a time such as 2026-03-02T08:00:00")));
    QVERIFY(parts.field<QComboBox>("Type"));
}

void tst_AskWindow::someChoicesAreBoxes()
{
    Parts parts;
    parts.choose("config");
    const auto box = [&](const char *name) { return parts.window.findChild<QCheckBox *>(QLatin1StringView(name)); };
    QVERIFY(box("BasicParam")->isChecked());
    box("OSDConfig")->setChecked(true);
    parts.send()->click();
    QCOMPARE(parts.question().values.value(QStringLiteral("ConfigType")), QStringLiteral("BasicParam/OSDConfig"));
}

void tst_AskWindow::theMessageIsShownAhead()
{
    Parts parts;
    parts.choose("guard");
    const QString text = parts.window.findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("<CmdType>DeviceControl</CmdType>"))
        && text.contains(QStringLiteral("<GuardCmd>SetGuard</GuardCmd>")) && text.contains(idOf(1)));
    parts.field<QComboBox>("GuardCmd")->setCurrentIndex(1);
    QVERIFY(parts.window.findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("ResetGuard")));
    QCOMPARE(parts.asked.size(), 0);
}

void tst_AskWindow::anAnswerIsShown()
{
    Parts parts;
    parts.choose("info");
    AskReport report = infoReport();
    report.oddities = {{AskOddity::Code::Unknown, QStringLiteral("Colour"), {}}};
    parts.answer(report);
    QVERIFY(parts.says(QStringLiteral("it answered, but 1 thing is odd")));
    QVERIFY(parts.says(QStringLiteral("answered after 12 ms, Response after 34 ms")));
    QTableView *const elements = parts.view<QTableView>("Elements of the answer");
    QCOMPARE(elements->model()->rowCount(), 3);
    QCOMPARE(cell(*elements, 1, 0), QStringLiteral("Manufacturer"));
    QCOMPARE(cell(*elements, 1, 1), QStringLiteral("Hikvision"));
    QCOMPARE(cell(*elements, 1, 2), QStringLiteral("manufacturer"));
    QCOMPARE(
        parts.window.findChild<QListWidget *>()->item(0)->text(), QStringLiteral("Colour is not in the standard here"));
    parts.button(QStringLiteral("Co&py"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Firmware\tV5.7.3\tfirmware version\n")));
}

void tst_AskWindow::progressAndCancel()
{
    Parts parts;
    parts.choose("catalog");
    parts.send()->click();
    const quint64 id = parts.question().id;
    QVERIFY(parts.says(QStringLiteral("Asking for 0 s")));
    parts.send()->click(); // one at a time
    QCOMPARE(parts.asked.size(), 1);
    parts.window.asking().take(AskProgress{.id = id, .came = 120, .sum = 400});
    QVERIFY(parts.says(QStringLiteral("Asking: 120 of 400")));
    parts.button(QStringLiteral("&Cancel"))->click();
    QCOMPARE(parts.stopped.value(0).value(0).toULongLong(), id);
    AskReport report = catalogReport(3);
    report.id = id;
    report.command = QStringLiteral("catalog");
    report.outcome = AskOutcome::Stopped;
    parts.window.asking().take(report);
    QVERIFY(parts.says(QStringLiteral("stopped before it was answered")));
    QVERIFY(!parts.button(QStringLiteral("&Cancel"))->isEnabled());
    parts.window.asking().take(AskProgress{.id = id, .came = 1, .sum = {}}); // of none that is open
    report.id = 999;
    parts.window.asking().take(report);
}

void tst_AskWindow::whatFails_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("words");
    QTest::newRow("no answer") << static_cast<int>(AskOutcome::NoAnswer) << QStringLiteral("no answer within 15 s");
    QTest::newRow("no Response") << static_cast<int>(AskOutcome::NoResponse) << QStringLiteral("sent no Response");
    QTest::newRow("refused") << static_cast<int>(AskOutcome::Refused) << QStringLiteral("it refused with 404");
    QTest::newRow("gone") << static_cast<int>(AskOutcome::NotRegistered) << QStringLiteral("is not registered");
}

void tst_AskWindow::whatFails()
{
    QFETCH(const int, outcome);
    QFETCH(const QString, words);
    Parts parts;
    AskReport report;
    report.outcome = static_cast<AskOutcome>(outcome);
    report.status = 404;
    parts.answer(report);
    QVERIFY(parts.says(QStringLiteral("\u2715 ")) && parts.says(words));
    QVERIFY(parts.pages()->isTabVisible(parts.pages()->currentIndex()));
    QVERIFY(parts.send()->isEnabled()); // again
}

void tst_AskWindow::whatRestartsIsConfirmed()
{
    Parts parts;
    parts.choose("restart");
    QVERIFY(parts.says(QStringLiteral("It restarts the device")));
    QCheckBox *sure = nullptr;
    for (QCheckBox *box : parts.window.findChildren<QCheckBox *>()) {
        if (box->isVisibleTo(&parts.window))
            sure = box;
    }
    QVERIFY(sure && !parts.send()->isEnabled());
    QTest::keyClick(&parts.window, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(parts.asked.size(), 0);
    sure->setChecked(true);
    parts.send()->click();
    QCOMPARE(parts.asked.size(), 1);
    QVERIFY(!sure->isChecked() && !parts.send()->isEnabled()); // it held for one time
    sure->setChecked(true);
    parts.choose("info");
    parts.choose("restart");
    QVERIFY(!sure->isChecked());
}

/// Of one device, or of so many, and for these values: not of others.
void tst_AskWindow::theTickIsForOneThing()
{
    Parts parts("3.0", 4);
    parts.choose("restart");
    const auto tick = [&]() -> QCheckBox * {
        for (QCheckBox *box : parts.window.findChildren<QCheckBox *>()) {
            if (box->isVisibleTo(&parts.window) && box->text().startsWith(u"&Yes"))
                return box;
        }
        return nullptr;
    };
    tick()->setChecked(true);
    parts.window.setDevices({idOf(1)});
    parts.window.refresh();
    QVERIFY(tick()->isChecked() && parts.send()->isEnabled());
    parts.window.setDevices({idOf(2)});
    QVERIFY(!tick()->isChecked() && !parts.send()->isEnabled());
    tick()->setChecked(true);
    parts.view<QComboBox>("About which channel")->setEditText(idOf(7));
    QVERIFY(!tick()->isChecked());
    parts.window.setDevices({idOf(1), idOf(2)});
    tick()->setChecked(true);
    QVERIFY(parts.send()->isEnabled());
    parts.window.setDevices({idOf(3), idOf(4)});
    QVERIFY(!tick()->isChecked() && !parts.send()->isEnabled());
    parts.choose("format-card");
    parts.field<QLineEdit>("FormatSDCard")->setText(QStringLiteral("1"));
    tick()->setChecked(true);
    QVERIFY(parts.send()->isEnabled());
    parts.field<QLineEdit>("FormatSDCard")->setText(QStringLiteral("2"));
    QVERIFY(!tick()->isChecked() && !parts.send()->isEnabled());
}

void tst_AskWindow::whatErasesIsAskedTwice()
{
    Parts parts;
    parts.choose("format-card");
    QVERIFY(!parts.send()->isEnabled()); // which card?
    parts.field<QLineEdit>("FormatSDCard")->setText(QStringLiteral("1"));
    const AskCommand &command = *parts.window.findChild<AskCommandList *>()->command();
    QCOMPARE(command.effect, AskCommand::Effect::Erases);
    QVERIFY(parts.says(QStringLiteral("This cannot be undone")));
    const auto press = [&](bool yes) {
        for (QCheckBox *box : parts.window.findChildren<QCheckBox *>()) {
            if (box->isVisibleTo(&parts.window))
                box->setChecked(true);
        }
        parts.send()->click();
        const auto questions = parts.window.findChildren<QMessageBox *>();
        for (QMessageBox *question : questions) {
            QVERIFY(question->defaultButton() == question->button(QMessageBox::Cancel));
            for (QAbstractButton *button : question->buttons()) {
                if ((button->text() == u"&Erase") == yes)
                    button->click();
            }
        }
        QCOMPARE(questions.size(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    press(false);
    QCOMPARE(parts.asked.size(), 0);
    press(true);
    QCOMPARE(parts.asked.size(), 1);
}

/// And nothing else that stands there by then, be it harmless.
void tst_AskWindow::whatWasAskedAboutIsSent()
{
    for (const char *then : {"", "info"}) {
        Parts parts("3.0", 2);
        parts.choose("format-card");
        parts.field<QLineEdit>("FormatSDCard")->setText(QStringLiteral("1"));
        for (QCheckBox *box : parts.window.findChildren<QCheckBox *>()) {
            if (box->isVisibleTo(&parts.window))
                box->setChecked(true);
        }
        parts.send()->click();
        if (*then != 0)
            parts.choose(then);
        else
            parts.window.setDevices({idOf(2)});
        for (QAbstractButton *button : parts.window.findChild<QMessageBox *>()->buttons()) {
            if (button->text() == u"&Erase")
                button->click();
        }
        QCOMPARE(parts.asked.size(), 0);
    }
}

void tst_AskWindow::whatIsOnlyShownIsNotSent()
{
    Parts parts;
    parts.choose("upgrade");
    QVERIFY(parts.window.findChild<AskCommandList *>()->command()->onlyShown);
    QVERIFY(!parts.send() && parts.says(QStringLiteral("never sent")));
    QTest::keyClick(&parts.window, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(parts.asked.size(), 0);
}

void tst_AskWindow::theLastResultIsShownAgain()
{
    Parts parts;
    parts.choose("info");
    parts.answer(infoReport());
    QTableView *const elements = parts.view<QTableView>("Elements of the answer");
    parts.window.setDevices({idOf(2)});
    QCOMPARE(elements->model()->rowCount(), 0);
    QVERIFY(parts.says(QStringLiteral("Nothing asked yet")));
    parts.choose("status");
    parts.window.setDevices({idOf(1)});
    QCOMPARE(elements->model()->rowCount(), 0);
    parts.choose("info");
    QCOMPARE(elements->model()->rowCount(), 3);
    parts.window.setDevices({}); // with none chosen it stays
    QCOMPARE(elements->model()->rowCount(), 3);
}

void tst_AskWindow::channelsOfTheCatalog()
{
    Parts parts;
    parts.choose("catalog");
    parts.answer(catalogReport(3));
    QComboBox *const about = parts.view<QComboBox>("About which channel");
    QCOMPARE(about->count(), 4);
    about->setCurrentIndex(2);
    parts.choose("presets");
    parts.send()->click();
    QCOMPARE(parts.question().about, idOf(101));
    QCOMPARE(parts.question().device, idOf(1));
    about->setCurrentIndex(0);
    parts.send()->click();
    QCOMPARE(parts.question().about, QString());
    parts.window.setDevices({idOf(2)});
    QCOMPARE(about->count(), 1);
}

void tst_AskWindow::listsSortAndFilter()
{
    Parts parts;
    parts.choose("catalog");
    parts.answer(catalogReport(10'000));
    QVERIFY2(parts.says(QStringLiteral("complete: 10,000 of 10,000")), qPrintable(parts.labels()));
    QTableView *const list = parts.view<QTableView>("List of the answer");
    const auto header = [&](int column) { return list->model()->headerData(column, Qt::Horizontal).toString(); };
    QCOMPARE(header(0), QStringLiteral("DeviceID")); // the standard's order
    QCOMPARE(header(1), QStringLiteral("Name"));
    QCOMPARE(header(4), QStringLiteral("X-Vendor"));
    QCOMPARE(list->model()->rowCount(), 10'000);
    list->sortByColumn(2, Qt::DescendingOrder); // Parental, by number
    QCOMPARE(header(2), QStringLiteral("Parental"));
    QCOMPARE(cell(*list, 0, 1), QStringLiteral("Gate 9999"));
    QCOMPARE(cell(*list, 9998, 1), QStringLiteral("Gate 1"));
    auto *filter = parts.view<QLineEdit>("Filter the list");
    filter->setText(QStringLiteral("gate 77"));
    QCOMPARE(list->model()->rowCount(), 111);
    QCOMPARE(cell(*list, 0, 1), QStringLiteral("Gate 7799"));
    QVERIFY(parts.says(QStringLiteral("111 of 10,000")));
    list->selectRow(0);
    QApplication::setActiveWindow(&parts.window);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
    filter->clear();
    QCOMPARE(list->model()->rowCount(), 10'000);
}

void tst_AskWindow::aCatalogIsATree()
{
    Parts parts;
    parts.choose("catalog");
    AskReport report = catalogReport(4);
    report.items[3][2] = idOf(777); // who is not in the list
    report.items.append({QStringLiteral("A"), idOf(201), idOf(202)});
    report.items.append({QStringLiteral("B"), idOf(202), idOf(201)}); // in a circle
    report.items.append({QStringLiteral("C"), idOf(203), idOf(203)});
    parts.answer(report);
    auto *tree = parts.view<QTreeView>("Catalog as a tree");
    QCOMPARE(tree->model()->rowCount(), 0); // nobody looks
    for (int page = 0; page < parts.pages()->count(); ++page) {
        if (parts.pages()->tabText(page) == u"&Tree")
            parts.pages()->setCurrentIndex(page);
    }
    const auto names = [&](const QModelIndex &parent) {
        QStringList found;
        for (int row = 0; row < tree->model()->rowCount(parent); ++row)
            found.append(tree->model()->index(row, 0, parent).data().toString());
        return found.join(u'|');
    };
    const QString top = names({});
    QVERIFY2(top.contains(QStringLiteral("Gate 0")) && top.contains(idOf(777) + QStringLiteral(" (not in the list)"))
            && top.contains(u'C'),
        qPrintable(top));
    QCOMPARE(names(tree->model()->index(0, 0)), QStringLiteral("Gate 1|Gate 2"));
    int shown = 0;
    const std::function<void(const QModelIndex &)> count = [&](const QModelIndex &parent) {
        for (int row = 0; row < tree->model()->rowCount(parent); ++row, ++shown)
            count(tree->model()->index(row, 0, parent));
    };
    count({});
    QCOMPARE(shown, 8); // each once, and the one that is not in the list
}

void tst_AskWindow::recordingsOnALine()
{
    Parts parts;
    parts.choose("record");
    AskReport report;
    report.parts = 1;
    report.columns = {
        QStringLiteral("DeviceID"), QStringLiteral("StartTime"), QStringLiteral("EndTime"), QStringLiteral("Type")};
    const auto add = [&](const char *from, const char *to) {
        report.items.append({idOf(1), QString::fromLatin1(from), QString::fromLatin1(to), QStringLiteral("time")});
    };
    add("2026-03-02T08:00:00", "2026-03-02T09:00:00");
    add("2026-03-02T09:00:00", "2026-03-02T10:00:00");
    add("2026-03-02T12:30:00", "2026-03-02T13:00:00");
    add("2026-03-02T12:40:00", "2026-03-02T13:10:00");
    add("soon", "later");
    report.sum = 5;
    parts.answer(report);
    const auto labels = parts.window.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text()
            == u"4 recordings, 1 gap, the longest 2 h 30 min, 1 overlap, 1 without a time that can be read";
    }));
}

void tst_AskWindow::textOfADeviceIsPlain()
{
    Parts parts;
    parts.choose("info");
    AskReport report = infoReport();
    const QString markup = QStringLiteral("<b>x</b><img src='http://127.0.0.1/x'>");
    report.fields[1].second = markup;
    report.oddities = {{AskOddity::Code::Unknown, markup, {}}};
    parts.answer(report);
    QTableView *const elements = parts.view<QTableView>("Elements of the answer");
    QCOMPARE(cell(*elements, 1, 1), markup);
    QVERIFY(!elements->model()->index(1, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    for (const QLabel *label : parts.window.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(markup), qPrintable(label->text()));
}

void tst_AskWindow::leadsToTheMessages()
{
    Parts parts;
    QSignalSpy wanted(&parts.window, &AskWindow::messagesWanted);
    QPushButton *const show = parts.button(QStringLiteral("Show the &messages"));
    QVERIFY(!show->isEnabled());
    parts.choose("info");
    parts.answer(infoReport());
    QVERIFY(show->isEnabled());
    show->click();
    QCOMPARE(wanted.value(0).value(0).toString(), idOf(1));
    QCOMPARE(wanted.value(0).value(1).toULongLong(), 17U);
}

/// The edit of a setting begins with what is there.
void tst_AskWindow::aFormIsFilledWithWhatTheDeviceHas()
{
    Parts parts;
    parts.choose("set-basic");
    auto *interval = parts.field<QLineEdit>("HeartBeatInterval");
    QVERIFY(interval->text().isEmpty());
    QPushButton *read = parts.button(QLatin1StringView("&Read what it has"));
    QVERIFY(read && read->isVisibleTo(&parts.window) && read->isEnabled());
    read->click();
    read->click(); // once is enough
    QCOMPARE(parts.asked.size(), 1);
    const AskQuestion asked = parts.question();
    QCOMPARE(asked.command, QStringLiteral("config"));
    QCOMPARE(asked.values.value(QStringLiteral("ConfigType")), QStringLiteral("BasicParam"));
    AskReport report{.id = asked.id, .device = asked.device, .about = asked.device, .command = asked.command};
    report.fields = {{QStringLiteral("BasicParam/HeartBeatInterval"), QStringLiteral("45")}};
    parts.window.asking().take(report);
    QCOMPARE(interval->text(), QStringLiteral("45"));
    QVERIFY2(parts.says(QStringLiteral("The form shows what it has: 1 value")), qPrintable(parts.labels()));
    read->click();
    report.id = parts.question().id;
    report.outcome = AskOutcome::NoAnswer;
    report.fields[0].second = QStringLiteral("99");
    parts.window.asking().take(report);
    QCOMPARE(interval->text(), QStringLiteral("45"));
    QVERIFY(parts.says(QStringLiteral("no answer within")));
    read->click(); // and another form is opened meanwhile
    report.id = parts.question().id;
    report.outcome = AskOutcome::Done;
    parts.choose("set-mirror");
    parts.window.asking().take(report);
    QVERIFY(!parts.says(QStringLiteral("The form shows")));
    parts.choose("info");
    QVERIFY(!read->isVisibleTo(&parts.window));
}

void tst_AskWindow::whatDiffersIsMarked()
{
    Parts parts;
    parts.choose("set-basic");
    parts.field<QLineEdit>("HeartBeatInterval")->setText(QStringLiteral("30"));
    QVERIFY2(!parts.says(QStringLiteral("is needed")), qPrintable(parts.labels())); // one value is enough
    AskReport report = infoReport();
    report.fields = {{QStringLiteral("Result"), QStringLiteral("OK")}};
    report.outcome = AskOutcome::NotTaken;
    report.readBack = AskOutcome::Done;
    report.settings = {
        {QStringLiteral("BasicParam/HeartBeatInterval"), QStringLiteral("30"), QStringLiteral("60"), false},
        {QStringLiteral("BasicParam/HeartBeatCount"), QStringLiteral("3"), QStringLiteral("3"), true},
        {QStringLiteral("BasicParam/Name"), QStringLiteral("Gate"), QString(), false}};
    parts.answer(report);
    QVERIFY2(parts.says(QStringLiteral("2 of 3 differ")), qPrintable(parts.labels()));
    const QAbstractItemModel *table = parts.view<QTableView>("Elements of the answer")->model();
    QCOMPARE(table->columnCount(), 4);
    const auto row = [table](int at) {
        return QStringList{table->index(at, 0).data().toString(), table->index(at, 1).data().toString(),
            table->index(at, 2).data().toString()};
    };
    QCOMPARE(row(0),
        (QStringList{
            QStringLiteral("BasicParam/HeartBeatInterval"), QStringLiteral("30"), QStringLiteral("\u2260 60")}));
    QCOMPARE(row(1).at(2), QStringLiteral("3"));
    QCOMPARE(row(2).at(2), QStringLiteral("\u2260 not told"));
    QCOMPARE(table->index(0, 2).data(Qt::ForegroundRole).value<QColor>(), colours().failed);
    QVERIFY(!table->index(1, 2).data(Qt::ForegroundRole).isValid());
    parts.choose("info"); // and back to three columns
    parts.answer(infoReport());
    QCOMPARE(table->columnCount(), 3);
}

/// The real engine and a virtual camera on loopback: its setting comes as an answer, and the messages are shown.
void tst_AskWindow::withASession()
{
    LiveWindow site;
    site.prepare();
    const std::unique_ptr<MainWindow> window = site.liveWindow();
    VirtualDeviceConfig config = LiveWindow::camera(LiveWindow::listen(*window));
    config.interval = 60s;
    VirtualDevice camera(config);
    QVERIFY(camera.start());
    LiveWindow::online(*window)->select({config.id});
    window->findChild<Commands *>()->action(QStringLiteral("devices.ask"))->trigger();
    auto *ask = window->findChild<AskWindow *>();
    QVERIFY(ask->isVisible());
    ask->findChild<AskCommandList *>()->choose(*findAskCommand(u"config"));
    QSignalSpy wanted(ask, &AskWindow::messagesWanted), answered(&ask->asking(), &Asking::answered);
    QTest::keyClick(ask, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(answered.size(), 1);
    const AskReportPtr report = ask->asking().last({config.id, {}, QStringLiteral("config")});
    QCOMPARE(report->outcome, AskOutcome::Done);
    QVERIFY(report->request > 0);
    QVERIFY(!report->field(u"BasicParam/HeartBeatInterval").isEmpty());
    for (QPushButton *button : ask->findChildren<QPushButton *>()) {
        if (button->text() == u"Show the &messages")
            button->click();
    }
    QCOMPARE(wanted.size(), 1);
    ask->findChild<AskCommandList *>()->choose(*findAskCommand(u"info")); // it answers 200 to this, and no more
    QTest::keyClick(ask, Qt::Key_Return, Qt::ControlModifier);
    const AskKey info{config.id, {}, QStringLiteral("info")};
    QVERIFY(ask->asking().openId(info) > 0);
    ask->asking().stop(ask->asking().openId(info));
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(ask->asking().last(info)->outcome, AskOutcome::Stopped);
}

QTEST_MAIN(tst_AskWindow)
#include "tst_askwindow.moc"
