#include "core/report/words/sitewording.h"
#include "core/site/idplan.h"

#include <QtTest>

using namespace gb;

/// IDs for cameras that are still in their boxes.
class tst_IdPlan : public QObject
{
    Q_OBJECT
private slots:
    void theNextFreeOne();
    void industryAndNetworkAreTheServers();
    void theLastSerial();
    void channelsGoWithTheirDevice();
    void withoutAServer();
    void checks_data();
    void checks();
    void problemsAreWorded();
};

static const QString server = QStringLiteral("34020000002000000001");

static QString camera(int serial)
{
    return QStringLiteral("34020000001320%1").arg(serial, 6, 10, QLatin1Char('0'));
}

void tst_IdPlan::theNextFreeOne()
{
    IdPlan plan(server);
    QCOMPARE(plan.nextFree(IdPlan::cameraType), camera(1));
    QCOMPARE(plan.nextFree(IdPlan::recorderType), QStringLiteral("34020000001180000001"));
    plan.setInUse({camera(1), camera(4)});
    plan.setExpected({camera(2)});
    QCOMPARE(plan.nextFree(IdPlan::cameraType), camera(3));
    plan.setPlanned({camera(3)});
    QCOMPARE(plan.nextFree(IdPlan::cameraType), camera(5));
    QCOMPARE(plan.nextFree(IdPlan::recorderType), QStringLiteral("34020000001180000001")); // another type, other
                                                                                           // serials
}

void tst_IdPlan::industryAndNetworkAreTheServers()
{
    QCOMPARE(IdPlan(QStringLiteral("11010500112005000001")).nextFree(IdPlan::cameraType),
        QStringLiteral("11010500111325000001"));
}

void tst_IdPlan::theLastSerial()
{
    IdPlan plan(server);
    QSet<QString> all;
    for (int serial = 1; serial < 10'000; ++serial)
        all.insert(camera(serial));
    plan.setInUse(all);
    QCOMPARE(plan.nextFree(IdPlan::cameraType), camera(10'000));
    QCOMPARE(IdPlan(server).nextFree(-1), QString());
    QCOMPARE(IdPlan(server).nextFree(1000), QString());
}

void tst_IdPlan::channelsGoWithTheirDevice()
{
    IdPlan plan(server);
    QCOMPARE(plan.channelFor(camera(7)), QStringLiteral("34020000001310000007"));
    plan.setInUse({QStringLiteral("34020000001310000007")});
    QCOMPARE(plan.channelFor(camera(7)), QStringLiteral("34020000001310000001"));
    QCOMPARE(plan.channelFor(QStringLiteral("nonsense")), QStringLiteral("34020000001310000001"));
    QCOMPARE(plan.channelFor(camera(1), IdPlan::cameraType), camera(2)); // nobody has camera(1) yet, but it is the
                                                                         // device's
}

void tst_IdPlan::withoutAServer()
{
    for (const QString &id :
        {QString(), QStringLiteral("123"), QStringLiteral("3402000000200000000x"), QString(100'000, u'3')}) {
        IdPlan plan(id);
        QCOMPARE(plan.nextFree(IdPlan::cameraType), QString());
        QCOMPARE(plan.channelFor(camera(1)), QString());
        plan.check(camera(1), IdRole::Device);
    }
}

using Problems = QList<IdProblem>;
Q_DECLARE_METATYPE(Problems)

void tst_IdPlan::checks_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("channel");
    QTest::addColumn<Problems>("problems");
    const auto device = [](const char *name, const char *id, const Problems &problems) {
        QTest::newRow(name) << QString::fromLatin1(id) << false << problems;
    };
    const auto channel = [](const char *name, const char *id, const Problems &problems) {
        QTest::newRow(name) << QString::fromLatin1(id) << true << problems;
    };
    device("sound", "34020000001320000005", {});
    device("a recorder", "34020000001180000005", {});
    device("empty", "", {IdProblem::Empty});
    device("19 digits", "3402000000132000005", {IdProblem::Length});
    device("21 digits", "340200000013200000055", {IdProblem::Length});
    device("a letter", "3402000000132000000O", {IdProblem::NotDigits});
    device("of a spreadsheet", "3.402E+19", {IdProblem::Spreadsheet});
    device("the server's", "34020000002000000001", {IdProblem::IsServer});
    device("in use", "34020000001320000001", {IdProblem::InUse});
    device("on the list", "34020000001320000002", {IdProblem::OnList});
    device("came from the list", "34020000001320000004", {IdProblem::InUse, IdProblem::OnList});
    device("given away just now", "34020000001320000003", {IdProblem::PlannedTwice});
    device("a channel's type", "34020000001340000005", {IdProblem::TypeForRole});
    device("a camera's type of channels", "34020000001310000005", {IdProblem::UnusualType});
    device("a recorder that calls itself a platform", "34020000002000000005", {IdProblem::UnusualType});
    device("another centre", "11010500001320000005", {IdProblem::OtherCentre});
    device("another industry of the centre", "34020000011320000005", {});
    channel("sound channel", "34020000001310000005", {});
    channel("as its device", "34020000001320000009", {IdProblem::SameAsDevice});
    channel("as another device", "34020000001320000001", {IdProblem::InUse});
    channel("a recorder's", "34020000001180000005", {IdProblem::TypeForRole});
    channel("an alarm input", "34020000001340000005", {IdProblem::UnusualType});
}

void tst_IdPlan::checks()
{
    IdPlan plan(server);
    plan.setInUse({camera(1), camera(4)});
    plan.setExpected({camera(2), camera(4)});
    plan.setPlanned({camera(3)});
    QFETCH(QString, id);
    QFETCH(bool, channel);
    QFETCH(Problems, problems);
    const QList<IdProblem> found = plan.check(id, channel ? IdRole::Channel : IdRole::Device, camera(9));
    QCOMPARE(found, problems);
}

void tst_IdPlan::problemsAreWorded()
{
    QSet<QString> texts;
    for (int i = 0; i <= static_cast<int>(IdProblem::OnList); ++i)
        texts.insert(wording::idProblem(static_cast<IdProblem>(i), IdRole::Device));
    QCOMPARE(texts.size(), static_cast<int>(IdProblem::OnList) + 1);
    QVERIFY(forbids(IdProblem::TypeForRole) && !forbids(IdProblem::OtherCentre));
}

QTEST_GUILESS_MAIN(tst_IdPlan)
#include "tst_idplan.moc"
