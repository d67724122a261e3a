#include "ui/preferences/looks.h"
#include "ui/preferences/preferencesdialog.h"

#include "tests/support/livewindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderrow.h"
#include "ui/ladder/ladderview.h"
#include "ui/listen/listenform.h"
#include "ui/widgets/textsize.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace gb;
using namespace gb::ui;

/// What is chosen in the preferences is seen at once, kept, and taken back by Cancel; what a file has that is none of
/// the values falls back and is told.
class tst_Preferences : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void allOfItIsKept();
    void damagedValuesFallBackAndAreTold_data();
    void damagedValuesFallBackAndAreTold();
    void theCommandLineRulesForNow();
    void aDamagedPortStaysDamaged();
    void aChangeIsSeenAtOnceAndCancelTakesItBack();
    void okKeepsIt();
    void aFolderThatCannotBeWrittenIsRefused();
    void aRangeWithoutAPairIsRefused();
    void textThatIsLargerKeepsItsShare();
    void theClockIsEverywhereTheSame();
    void theLadderBeginsAsWanted();
    void theFormHasThePorts();

private:
    static Preferences odd();
};

/// Nothing as it comes.
Preferences tst_Preferences::odd()
{
    Preferences all;
    all.language = QStringLiteral("zh_CN");
    all.theme = QStringLiteral("dark");
    all.textSize = 15;
    all.clock = {true, true};
    all.fold = Preferences::Fold::Never;
    all.hideRepeats = true;
    all.brackets = false;
    all.recordFolder = QDir::tempPath();
    all.keepDays = 30;
    all.keepMegabytes = 500;
    all.sipPort = 5061;
    all.hepPort = 9061;
    all.mediaFirstPort = 22'000;
    all.mediaLastPort = 22'001;
    return all;
}

void tst_Preferences::init()
{
    prepare();
}

void tst_Preferences::cleanup()
{
    applyLooks(odd(), Preferences(), m_languages);
    m_languages.use(QStringLiteral("en"));
}

void tst_Preferences::allOfItIsKept()
{
    const QString file = m_folder->filePath(QStringLiteral("kept.ini"));
    {
        AppSettings settings(file);
        QCOMPARE(settings.preferences(), Preferences());
        const QSignalSpy told(&settings, &AppSettings::preferencesChanged);
        settings.setPreferences(odd());
        settings.setPreferences(odd());
        QCOMPARE(told.size(), 1);
    }
    AppSettings again(file);
    QVERIFY2(again.problems().isEmpty(), qPrintable(again.problems().join(u'\n')));
    QCOMPARE(again.preferences(), odd());
    QCOMPARE(again.sessionFolder(), QDir::tempPath());
    QCOMPARE(again.choice().server.port, 5061);
    QCOMPARE(again.choice().hep.port, 9061);
    again.setPreferences({});
    QCOMPARE(again.preferences(), Preferences());
    QCOMPARE(again.sessionFolder(), AppSettings::usualSessionFolder());
}

void tst_Preferences::damagedValuesFallBackAndAreTold_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const std::pair<const char *, const char *> rows[] = {{"view/language", "klingon"}, {"view/theme", "pink"},
        {"view/textSize", "6"}, {"view/textSize", "25"}, {"view/textSize", "1e1"}, {"view/zone", "mars"},
        {"view/date", "maybe"}, {"ladder/fold", "sometimes"}, {"ladder/hideRepeats", "2"}, {"ladder/brackets", ""},
        {"record/keepDays", "-1"}, {"record/keepDays", "3651"}, {"record/keepMegabytes", "many"},
        {"record/folder", "records"}, {"server/port", "65536"}, {"listen/hepPort", "0"}, {"play/firstPort", "1023"},
        {"play/firstPort", "31000"}, {"play/firstPort", "x"}, {"play/lastPort", "65536"}, {"play/lastPort", "30000"}};
    for (const auto &[key, value] : rows)
        QTest::addRow("%s=%s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value);
}

void tst_Preferences::damagedValuesFallBackAndAreTold()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    const QString file = m_folder->filePath(QStringLiteral("damaged.ini"));
    QSettings(file, QSettings::IniFormat).setValue(key, value);
    const AppSettings settings(file);
    QCOMPARE(settings.preferences(), Preferences());
    QCOMPARE(settings.problems().size(), 1);
    QVERIFY2(settings.problems().constFirst().contains(key), qPrintable(settings.problems().constFirst()));
}

/// They rule, are shown as what rules, and are not kept until somebody chooses.
void tst_Preferences::theCommandLineRulesForNow()
{
    const QString file = m_folder->filePath(QStringLiteral("now.ini"));
    {
        AppSettings settings(file);
        settings.useForNow(QStringLiteral("zh_CN"), QStringLiteral("dark"));
        QCOMPARE(settings.theme(), QStringLiteral("dark"));
        QCOMPARE(settings.preferences().language, QStringLiteral("zh_CN"));
        Preferences other = settings.preferences();
        other.hideRepeats = !other.hideRepeats;
        settings.setPreferences(other);
        QCOMPARE(settings.preferences(), other);
    }
    {
        AppSettings settings(file);
        QCOMPARE(settings.theme(), QString());
        QCOMPARE(settings.language(), QString());
        settings.useForNow(QStringLiteral("klingon"), QStringLiteral("dark"));
        QCOMPARE(settings.language(), QString());
        settings.setTheme(QStringLiteral("light"));
        QCOMPARE(settings.theme(), QStringLiteral("light"));
        Preferences other = settings.preferences();
        other.language = QStringLiteral("en");
        settings.setPreferences(other);
    }
    QCOMPARE(AppSettings(file).theme(), QStringLiteral("light"));
    QCOMPARE(AppSettings(file).language(), QStringLiteral("en"));
}

/// Choosing a language must not open a server at a port that nobody chose.
void tst_Preferences::aDamagedPortStaysDamaged()
{
    const QString file = m_folder->filePath(QStringLiteral("damaged.ini"));
    QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("server/port"), QStringLiteral("65536"));
    AppSettings settings(file);
    Preferences other = settings.preferences();
    other.language = QStringLiteral("zh_CN");
    settings.setPreferences(other);
    QCOMPARE(
        QSettings(file, QSettings::IniFormat).value(QStringLiteral("server/port")).toString(), QStringLiteral("65536"));
    QVERIFY(!settings.server());
}

void tst_Preferences::aChangeIsSeenAtOnceAndCancelTakesItBack()
{
    const auto window = liveWindow();
    const Preferences before = settings().preferences();
    bool looked = false;
    QTimer::singleShot(0, window.get(), [&] {
        auto *dialog = window->findChild<PreferencesDialog *>();
        QVERIFY(dialog);
        QComboBox *theme = nullptr;
        for (QComboBox *box : dialog->findChildren<QComboBox *>())
            theme = box->accessibleName() == u"Theme" ? box : theme;
        QVERIFY(theme);
        theme->setCurrentIndex(2);
        QVERIFY(currentScheme() == Scheme::Dark);
        QCOMPARE(settings().theme(), QStringLiteral("dark"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        looked = true;
    });
    window->findChild<Commands *>()->run(QStringLiteral("view.preferences")); // returns when it is closed
    QVERIFY(looked);
    QCOMPARE(settings().preferences(), before);
    QVERIFY(currentScheme() == Scheme::Light);
    const auto *commands = window->findChild<Commands *>();
    QCOMPARE(commands->keyText(*commands->find(QStringLiteral("view.preferences"))), QStringLiteral("Ctrl+,"));
}

void tst_Preferences::okKeepsIt()
{
    PreferencesDialog dialog({}, m_folder->path(), nullptr);
    QList<Preferences> told;
    connect(&dialog, &PreferencesDialog::changed, this, [&](const Preferences &now) { told += now; });
    for (QSpinBox *box : dialog.findChildren<QSpinBox *>()) {
        if (box->accessibleName() == u"SIP server port")
            box->setValue(5062);
    }
    QCOMPARE(told.size(), 1);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(told.size(), 1);
    QCOMPARE(dialog.preferences().sipPort, 5062);
    dialog.restoreUsual(); // cameras know the port
    QCOMPARE(dialog.preferences().sipPort, 5062);
}

void tst_Preferences::aFolderThatCannotBeWrittenIsRefused()
{
    PreferencesDialog dialog({}, m_folder->path(), nullptr);
    auto *folder = dialog.findChildren<QLineEdit *>().constFirst();
    for (QLineEdit *edit : dialog.findChildren<QLineEdit *>())
        folder = edit->accessibleName() == u"Record folder" ? edit : folder;
    const auto isTold = [&] {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->text().contains(QStringLiteral("cannot be written to")); });
    };
    for (const QString &wrong : {QStringLiteral("records"), QStringLiteral("/proc/self/mem/x")}) {
        folder->setText(wrong);
        QVERIFY2(isTold() && dialog.preferences().recordFolder.isEmpty(), qPrintable(wrong));
    }
    folder->setText(m_folder->filePath(QStringLiteral("new/one"))); // it is made at the next start
    QVERIFY(!isTold());
    QCOMPARE(dialog.preferences().recordFolder, m_folder->filePath(QStringLiteral("new/one")));
}

/// Of ports for media: an even one and the next.
void tst_Preferences::aRangeWithoutAPairIsRefused()
{
    PreferencesDialog dialog({}, m_folder->path(), nullptr);
    QSpinBox *first = nullptr, *last = nullptr;
    for (QSpinBox *box : dialog.findChildren<QSpinBox *>()) {
        first = box->accessibleName() == u"First media port" ? box : first;
        last = box->accessibleName() == u"Last media port" ? box : last;
    }
    QVERIFY(first && last);
    const auto isTold = [&] {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->text().contains(QStringLiteral("must be in the range")); });
    };
    last->setValue(30'000);
    QVERIFY(isTold());
    QCOMPARE(dialog.preferences().mediaLastPort, 30'999);
    first->setValue(22'001);
    last->setValue(22'002);
    QVERIFY(isTold());
    last->setValue(22'003);
    QVERIFY(!isTold());
    QVERIFY(dialog.preferences().mediaFirstPort == 22'001 && dialog.preferences().mediaLastPort == 22'003);
    dialog.restoreUsual(); // firewalls let them through
    QCOMPARE(dialog.preferences().mediaLastPort, 22'003);
}

void tst_Preferences::textThatIsLargerKeepsItsShare()
{
    QLabel plain, large;
    QFont font = large.font();
    font.setPointSizeF(font.pointSizeF() * 2);
    large.setFont(font);
    const double system = textSize();
    setTextSize(18);
    QTRY_COMPARE(plain.font().pointSizeF(), 18.0); // Qt tells the windows in the event loop
    QCOMPARE(large.font().pointSizeF(), 36.0);
    QVERIFY(std::abs(monospace().pointSizeF() / QFontDatabase::systemFont(QFontDatabase::FixedFont).pointSizeF()
                - 18 / system)
        < 0.01);
    setTextSize(0);
    QCOMPARE(textSize(), system);
    QVERIFY(std::abs(large.font().pointSizeF() - 2 * system) < 0.01);
}

void tst_Preferences::theClockIsEverywhereTheSame()
{
    using namespace std::chrono_literals;
    const TimePoint at = TimePoint(std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}) + 5h + 6min + 7s + 89ms;
    qputenv("TZ", "CST-8");
    QCOMPARE(clockText(at), QStringLiteral("13:06:07.089"));
    wording::setShownClock({.utc = true, .date = false});
    QCOMPARE(clockText(at), QStringLiteral("05:06:07.089"));
    QCOMPARE(wording::exactClockWidth(), clockText(at).size());
    wording::setShownClock({.utc = true, .date = true});
    QCOMPARE(clockText(at), QStringLiteral("2026-03-02 05:06:07.089"));
    QCOMPARE(wording::exactClockWidth(), clockText(at).size());
    QCOMPARE(wording::secondsClock(at), QStringLiteral("2026-03-02 05:06:07"));
    wording::setShownClock({});
    qputenv("TZ", "UTC");
}

void tst_Preferences::theLadderBeginsAsWanted()
{
    Preferences wanted;
    wanted.fold = Preferences::Fold::Never;
    wanted.hideRepeats = true;
    wanted.brackets = false;
    settings().setPreferences(wanted);
    const auto window = liveWindow();
    auto *flow = window->findChild<FlowPanel *>();
    QVERIFY(flow->rows()->folding() == FlowRows::Folding::Off && flow->rows()->filter().hideRepeats
        && !flow->ladder()->showsBrackets());
    flow->ladder()->setBrackets(true); // by hand: what is changed elsewhere leaves it alone
    wanted.textSize = 12;
    settings().setPreferences(wanted);
    QVERIFY(flow->ladder()->showsBrackets());
    settings().setPreferences({});
    QVERIFY(flow->rows()->folding() == FlowRows::Folding::Auto && !flow->rows()->filter().hideRepeats);
}

void tst_Preferences::theFormHasThePorts()
{
    const auto window = liveWindow();
    auto *form = window->findChild<ListenForm *>();
    Preferences other = settings().preferences();
    other.sipPort = 5070;
    settings().setPreferences(other);
    QCOMPARE(form->choice().server.port, 5070);
    QCOMPARE(form->choice().hep.port, 9060);
    other.hepPort = 9070;
    form->setPorts(5080, 0); // typed
    settings().setPreferences(other);
    QCOMPARE(form->choice().server.port, 5080);
    QCOMPARE(form->choice().hep.port, 9070);
}

QTEST_MAIN(tst_Preferences)
#include "tst_preferences.moc"
