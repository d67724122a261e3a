#include "ui/settings/languages.h"

#include "core/report/words/wording.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QWidget>

using namespace gb;
using gb::ui::Languages;

namespace {

class Listener : public QWidget
{
public:
    int changes = 0;

protected:
    void changeEvent(QEvent *event) override
    {
        changes += event->type() == QEvent::LanguageChange;
        QWidget::changeEvent(event);
    }
};

QString devices(int count)
{
    return QCoreApplication::translate("gb::ui::SummaryBar", "%Ln device(s)", nullptr, count);
}

} // namespace

class LanguagesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }
    void everyLanguageHasItsCatalogue();
    void switchesAndBack();
    void widgetsAreTold();
    void pluralsOfBothLanguages();
    void qtsOwnTextsToo();
    void theDefaultLocaleFollows();
    void closest_data();
    void closest();
    void unknownIsEnglish();
    void endsWithItsObject();
};

void LanguagesTest::everyLanguageHasItsCatalogue()
{
    for (const QString &language : Languages::available())
        QVERIFY2(QFile::exists(QStringLiteral(":/i18n/gbscope_%1.qm").arg(language)), qPrintable(language));
}

void LanguagesTest::switchesAndBack()
{
    Languages languages;
    QCOMPARE(languages.current(), QStringLiteral("en"));
    for (int round = 0; round < 2; ++round) {
        languages.use(QStringLiteral("en"));
        QCOMPARE(wording::state(DeviceState::Offline), QStringLiteral("offline"));
        languages.use(QStringLiteral("zh_CN"));
        QCOMPARE(languages.current(), QStringLiteral("zh_CN"));
        QCOMPARE(wording::state(DeviceState::Offline), QStringLiteral("离线"));
    }
    languages.use(QStringLiteral("en"));
    QCOMPARE(languages.current(), QStringLiteral("en"));
    QCOMPARE(wording::state(DeviceState::Offline), QStringLiteral("offline"));
}

void LanguagesTest::widgetsAreTold()
{
    Languages languages;
    languages.use(QStringLiteral("en"));
    QCoreApplication::processEvents();
    Listener listener;
    for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        listener.changes = 0;
        languages.use(language);
        QTRY_COMPARE(listener.changes, 1); // removing and installing translators: four events, told as one
    }
}

void LanguagesTest::pluralsOfBothLanguages()
{
    Languages languages;
    languages.use(QStringLiteral("en"));
    QCOMPARE(devices(1), QStringLiteral("1 device"));
    QCOMPARE(devices(2), QStringLiteral("2 devices"));
    languages.use(QStringLiteral("zh_CN"));
    QVERIFY(devices(1).contains(QStringLiteral("设备")));
    QCOMPARE(devices(2).replace(u'2', u'1'), devices(1));
}

void LanguagesTest::qtsOwnTextsToo()
{
    Languages languages;
    languages.use(QStringLiteral("zh_CN"));
    const QMessageBox chinese(QMessageBox::Question, QString(), QString(), QMessageBox::Cancel);
    QCOMPARE(chinese.button(QMessageBox::Cancel)->text(), QStringLiteral("取消"));
    languages.use(QStringLiteral("en"));
    const QMessageBox english(QMessageBox::Question, QString(), QString(), QMessageBox::Cancel);
    QCOMPARE(english.button(QMessageBox::Cancel)->text().remove(u'&'), QStringLiteral("Cancel"));
}

void LanguagesTest::theDefaultLocaleFollows()
{
    Languages languages;
    languages.use(QStringLiteral("zh_CN"));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    languages.use(QStringLiteral("en"));
    QCOMPARE(QLocale().language(), QLocale::English);
    languages.use(QString());
    const QLocale system = QLocale::system();
    QCOMPARE(QLocale(), system.language() == QLocale::C ? QLocale(languages.current()) : system); // C is for programs:
                                                                                                  // 12345
    QVERIFY(QLocale().toString(12345).size() > 5);
    QCOMPARE(languages.current(), Languages::closest(QLocale::system().uiLanguages()));
}

void LanguagesTest::closest_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("closest");
    const QString en = QStringLiteral("en"), zh = QStringLiteral("zh_CN");
    QTest::newRow("nothing") << QStringList() << en;
    QTest::newRow("C") << QStringList{QStringLiteral("C")} << en;
    QTest::newRow("mainland") << QStringList{QStringLiteral("zh-Hans-CN"), QStringLiteral("zh-CN"),
        QStringLiteral("zh")} << zh;
    QTest::newRow("traditional") << QStringList{QStringLiteral("zh-Hant-TW")} << zh;
    QTest::newRow("American") << QStringList{QStringLiteral("en-US")} << en;
    QTest::newRow("German, then Chinese") << QStringList{QStringLiteral("de-DE"), QStringLiteral("zh-CN")} << zh;
    QTest::newRow("English before Chinese") << QStringList{QStringLiteral("en-GB"), QStringLiteral("zh-CN")} << en;
    QTest::newRow("German") << QStringList{QStringLiteral("de-DE")} << en;
}

void LanguagesTest::closest()
{
    QFETCH(const QStringList, wanted);
    QTEST(Languages::closest(wanted), "closest");
}

void LanguagesTest::unknownIsEnglish()
{
    Languages languages;
    languages.use(QStringLiteral("zh_CN"));
    languages.use(QStringLiteral("no such language")); // a settings file edited by hand
    QCOMPARE(languages.current(), QStringLiteral("en"));
    QCOMPARE(wording::state(DeviceState::Offline), QStringLiteral("offline"));
}

void LanguagesTest::endsWithItsObject()
{
    {
        Languages languages;
        languages.use(QStringLiteral("zh_CN"));
        QCOMPARE(wording::state(DeviceState::Online), QStringLiteral("在线"));
    }
    QCOMPARE(wording::state(DeviceState::Online), QStringLiteral("online"));
}

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
