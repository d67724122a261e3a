#include "core/report/exportname.h"

#include <QtTest>

using namespace gb;

/// Names of files that are proposed: they say what is in them, no more than that may say, and every system takes them.
class tst_ExportName : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatIsInIt_data();
    void saysWhatIsInIt();
    void isLegal_data();
    void isLegal();
};

void tst_ExportName::saysWhatIsInIt_data()
{
    QTest::addColumn<QStringList>("devices");
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QString>("addition");
    QTest::addColumn<QString>("name");
    const QString camera = QStringLiteral("34020000001320000001"), other = QStringLiteral("34020000001320000002"),
                  device = camera + QStringLiteral("-20261130-093005-"), record = QStringLiteral("metro-");
    QTest::newRow("device") << QStringList{camera} << Profile::OwnSite << QString() << device + u"export";
    QTest::newRow("device as it was") << QStringList{camera} << Profile::None << QString()
                                      << device + u"with-credentials";
    QTest::newRow("two devices") << QStringList{camera, other} << Profile::OwnSite << QString() << record + u"export";
    QTest::newRow("all") << QStringList() << Profile::OwnSite << QStringLiteral("report") << record + u"report";
    for (const QStringList &devices : {QStringList{camera}, QStringList()}) {
        QTest::addRow("vendor %d", int(devices.size()))
            << devices << Profile::Vendor << QString() << QStringLiteral("gbscope-20261130-093005-vendor");
        QTest::addRow("public %d", int(devices.size())) << devices << Profile::Public << QStringLiteral("report")
                                                        << QStringLiteral("gbscope-20261130-093005-report");
    }
    QTest::newRow("hostile ID") << QStringList{QStringLiteral("../../etc/a:b\n*")} << Profile::OwnSite << QString()
                                << QStringLiteral("_._.._etc_a_b__-20261130-093005-export");
}

void tst_ExportName::saysWhatIsInIt()
{
    QFETCH(const QStringList, devices);
    QFETCH(const Profile, profile);
    QFETCH(const QString, addition);
    QFETCH(const QString, name);
    const QDateTime at(QDate(2026, 11, 30), QTime(9, 30, 5));
    QCOMPARE(exportName({QStringLiteral("metro"), devices, profile, at, addition}), name);
}

void tst_ExportName::isLegal_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("legal");
    QTest::newRow("as it is") << QStringLiteral("today-2") << QStringLiteral("today-2");
    QTest::newRow("Chinese") << QStringLiteral("一号门 摄像机") << QStringLiteral("一号门 摄像机");
    QTest::newRow("empty") << QString() << QStringLiteral("_");
    QTest::newRow("hidden") << QStringLiteral(".ssh") << QStringLiteral("_ssh");
    QTest::newRow("dots") << QStringLiteral("a. .") << QStringLiteral("a");
    QTest::newRow("device of Windows") << QStringLiteral("nul") << QStringLiteral("_nul");
    QTest::newRow("the same with an ending") << QStringLiteral("COM1.pcap") << QStringLiteral("_COM1.pcap");
    QTest::newRow("only its start") << QStringLiteral("console") << QStringLiteral("console");
    QTest::newRow("signs") << QStringLiteral("a<b>c|d?e\"f\\g") << QStringLiteral("a_b_c_d_e_f_g");
    QTest::newRow("right to left") << QStringLiteral("a\u202egpj") << QStringLiteral("a_gpj");
    QTest::newRow("long") << QString(300, u'x') << QString(100, u'x');
}

void tst_ExportName::isLegal()
{
    QFETCH(const QString, name);
    QFETCH(const QString, legal);
    QCOMPARE(legalFileName(name), legal);
}

QTEST_GUILESS_MAIN(tst_ExportName)
#include "tst_exportname.moc"
