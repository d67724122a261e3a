#include "ui/settings/appsettings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// A settings file is what somebody or something wrote: what is out of range is refused and told, and nothing listens
/// by accident.
class tst_AppSettings : public QObject
{
    Q_OBJECT
private slots:
    void whatIsRightIsRead();
    void refused_data();
    void refused();
    void damagedFilesAreKept_data();
    void damagedFilesAreKept();
    void nothingIsToldOfANewFile();
    void registrationsHaveAFolderFromTheStart();
    void messagesOfTheUsualPlaceAreData();
    void messagesStandBesideNamedSettings();

private:
    static QByteArray whole();
};

static QString written(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(QStringLiteral("gbscope.ini"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return path;
}

QByteArray tst_AppSettings::whole()
{
    return "[heartbeat]\ninterval=30\ntimeoutCount=5\n[listen]\nhepAddress=127.0.0.1\nhepPort=9061\nrole=server\n"
           "[ownHeartbeat]\n34020000001320000001=20x4\n"
           "[server]\naddress=127.0.0.1\ndomain=3402000000\nid=34020000002000000001\nkeepPassword=true\n"
           "needsPassword=true\npassword=secret12\nport=5061\nunregisteredKeepalive=2\n";
}

void tst_AppSettings::whatIsRightIsRead()
{
    const QTemporaryDir folder;
    const AppSettings settings(written(folder, whole()));
    QVERIFY2(settings.problems().isEmpty(), qPrintable(settings.problems().join(u'\n')));
    const auto server = settings.server();
    QVERIFY(server && settings.startsByItself() && settings.passwordKept());
    QCOMPARE(server->port, 5061);
    QCOMPARE(server->password, QStringLiteral("secret12"));
    QVERIFY(server->unregisteredKeepalive == UnregisteredKeepalive::Ok);
    QCOMPARE(settings.heartbeat().timeoutCount, 5);
    QCOMPARE(settings.overrides().size(), 1);
    QCOMPARE(settings.choice().hep.port, 9061);
}

void tst_AppSettings::refused_data()
{
    QTest::addColumn<QByteArray>("line"); ///< in place of the one with its key
    QTest::addColumn<bool>("starts");
    QTest::addColumn<bool>("told");
    for (const char *port : {"99999", "65536", "0", "-1", "", "5060x", "0x13c4", "1e3", "4294972356", "5060.0"})
        QTest::addRow("port %s", port) << QByteArray("port=") + port << false << true;
    for (const char *address : {"999.0.0.1", "0", "127.1", "camera", "", "127.0.0.1:5060"})
        QTest::addRow("address %s", address) << QByteArray("address=") + address << false << true;
    QTest::newRow("answer 7") << QByteArray("unregisteredKeepalive=7") << false << true;
    QTest::newRow("answer -1") << QByteArray("unregisteredKeepalive=-1") << false << true;
    QTest::newRow("id") << QByteArray("id=12") << false << true;
    QTest::newRow("domain") << QByteArray("domain=a b") << false << true;
    QTest::newRow("password lost") << QByteArray("password=") << false << false;
    QTest::newRow("password forgotten") << QByteArray("xpassword=1") << false << false;
    QTest::newRow("interval") << QByteArray("interval=0") << true << true;
    QTest::newRow("interval that runs over") << QByteArray("interval=4294967356") << true << true;
    QTest::newRow("count") << QByteArray("timeoutCount=101") << true << true;
    QTest::newRow("of a device") << QByteArray("34020000001320000001=0x4") << true << true;
    QTest::newRow("port of HEP") << QByteArray("hepPort=99999") << true << true;
    QTest::newRow("address of HEP") << QByteArray("hepAddress=everywhere") << true << true;
}

void tst_AppSettings::refused()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, starts);
    QFETCH(const bool, told);
    QByteArrayList lines = whole().split('\n');
    const QByteArray key = line.startsWith('x') ? QByteArray("password=") : line.left(line.indexOf('=') + 1);
    for (QByteArray &one : lines) {
        if (one.startsWith(key))
            one = line;
    }
    const QTemporaryDir folder;
    const AppSettings settings(written(folder, lines.join('\n')));
    QCOMPARE(settings.startsByItself(), starts);
    QCOMPARE(settings.problems().size(), told ? 1 : 0);
    // What is shown in the form is in range, and never every network card by accident
    const ListenChoice choice = settings.choice();
    QVERIFY(choice.server.port >= 1 && problemOf(choice.server) == ConfigProblem::None);
    QVERIFY(!choice.server.address.isEqual(QHostAddress(QHostAddress::AnyIPv4)));
    QVERIFY(static_cast<int>(choice.server.unregisteredKeepalive) <= static_cast<int>(UnregisteredKeepalive::Silent));
    QVERIFY(choice.hep.port >= 1);
    QVERIFY(settings.heartbeat().interval >= std::chrono::seconds(1) && settings.heartbeat().timeoutCount <= 100);
    // The same, to hear HEP
    const QTemporaryDir other;
    const AppSettings hep(written(other, lines.join('\n').replace("role=server", "role=hep")));
    QCOMPARE(hep.startsByItself(), !line.startsWith("hep"));
}

void tst_AppSettings::damagedFilesAreKept_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("zeros, after a power failure") << QByteArray(400, '\0');
    QTest::newRow("something else") << QByteArray("\x7f"
                                                  "ELF\x02\x01 no key, no value\n\xff\xfe\n");
    QTest::newRow("zeros at its end") << whole() + QByteArray(100, '\0');
    QTest::newRow("too much") << QByteArray("[a]\nb=1\n") + QByteArray(17 * 1024 * 1024, 'x');
}

void tst_AppSettings::damagedFilesAreKept()
{
    QFETCH(const QByteArray, octets);
    const QTemporaryDir folder;
    const QString path = written(folder, octets);
    const auto kept = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    {
        AppSettings settings(path);
        QCOMPARE(settings.problems().size(), 1);
        QVERIFY(settings.problems().constFirst().contains(path + QStringLiteral(".bad")));
        QVERIFY(!settings.startsByItself() && !settings.server());
        QVERIFY(kept(path + QStringLiteral(".bad")) == octets);
        settings.setHeartbeat({std::chrono::seconds(17), 4});
    }
    {
        const AppSettings again(path); // told once
        QVERIFY(again.problems().isEmpty());
        QCOMPARE(again.heartbeat().timeoutCount, 4);
    }
    QCOMPARE(written(folder, QByteArray(10, '\0')), path);
    const AppSettings second(path);
    QCOMPARE(second.problems().size(), 1);
    QVERIFY(kept(path + QStringLiteral(".bad")) == octets); // the first one is not written over
    QVERIFY(kept(path + QStringLiteral(".bad-2")) == QByteArray(10, '\0'));
}

void tst_AppSettings::nothingIsToldOfANewFile()
{
    const QTemporaryDir folder;
    const AppSettings settings(folder.filePath(QStringLiteral("none.ini")));
    QVERIFY(settings.problems().isEmpty());
    QVERIFY(!settings.startsByItself());
    QVERIFY(settings.choice().server.address.isNull());
}

/// Else the first thing that a newcomer reads is that they cannot be kept.
void tst_AppSettings::registrationsHaveAFolderFromTheStart()
{
    const QTemporaryDir folder;
    const AppSettings settings(folder.filePath(QStringLiteral("not/there/yet/s.ini")));
    QCOMPARE(settings.bindingsFile(0), QString());
    const QFileInfo file(settings.bindingsFile(5060));
    QVERIFY(file.dir().exists() && !file.exists());
}

static QString location(QStandardPaths::StandardLocation which)
{
    return QStandardPaths::writableLocation(which);
}

/// Whether it is named or not.
void tst_AppSettings::messagesOfTheUsualPlaceAreData()
{
    QStandardPaths::setTestModeEnabled(true);
    const QString data = location(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/messages");
    QCOMPARE(AppSettings().messagesFolder(), data);
    QCOMPARE(AppSettings(location(QStandardPaths::AppConfigLocation) + QStringLiteral("/gbscope.ini")).messagesFolder(),
        data);
}

/// Near the usual place as well: a stick may be anywhere.
void tst_AppSettings::messagesStandBesideNamedSettings()
{
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    QCOMPARE(AppSettings(folder.filePath(QStringLiteral("x.ini"))).messagesFolder(),
        folder.filePath(QStringLiteral("messages")));
    for (const QString &near :
        {location(QStandardPaths::GenericConfigLocation), location(QStandardPaths::AppConfigLocation)}) {
        for (const char *name : {"x.ini", "stick/portable.ini", "other/gbscope.ini"}) {
            const QFileInfo file(near + u'/' + QString::fromLatin1(name));
            QCOMPARE(AppSettings(file.filePath()).messagesFolder(), file.absolutePath() + QStringLiteral("/messages"));
        }
    }
}

QTEST_GUILESS_MAIN(tst_AppSettings)
#include "tst_appsettings.moc"
