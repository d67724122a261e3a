#include "core/report/words/sitewording.h"
#include "core/site/cameracard.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// What has to be typed into whose page.
class tst_CameraCard : public QObject
{
    Q_OBJECT
private slots:
    void pages_data();
    void pages();
    void everyPageHasWhatRegisteringNeeds();
    void whatACameraCannotBeTold();
    void passwords();
    void transports();
    void shortRegistrations();
    void otherDomain();
    void notesAreWorded();
};

static CardInput site()
{
    CardInput input;
    input.serverId = QStringLiteral("34020000002000000001");
    input.domain = QStringLiteral("3402000000");
    input.address = QHostAddress(QStringLiteral("192.168.1.15"));
    input.password = QStringLiteral("12345678");
    input.deviceId = QStringLiteral("34020000001320000007");
    input.channelId = QStringLiteral("34020000001310000007");
    return input;
}

static CardRow row(CameraVendor vendor, CardField field, const CardInput &input)
{
    for (const CardRow &one : cameraCard(vendor, input)) {
        if (one.field == field)
            return one;
    }
    return {};
}

void tst_CameraCard::pages_data()
{
    QTest::addColumn<int>("vendor");
    QTest::addColumn<QString>("rows");
    const auto page = [](const char *name, CameraVendor vendor, const char *rows) {
        QTest::newRow(name) << static_cast<int>(vendor) << QString::fromUtf8(rows);
    };
    page("Hikvision", CameraVendor::Hikvision,
        "平台接入方式=28181|启用=✓|协议版本=GB/"
        "T28181-2016|本地SIP端口=5060|传输协议=UDP|SIP服务器ID=34020000002000000001|SIP服务器域=3402000000|"
        "SIP服务器地址=192.168.1.15|SIP服务器端口=5060|"
        "SIP用户名=34020000001320000007|SIP用户认证ID=34020000001320000007|密码=12345678|密码确认=12345678|注册有效期="
        "3600|注册间隔=60|心跳周期=60|最大心跳超时次数=3|视频通道编码ID=34020000001310000007");
    page("Dahua", CameraVendor::Dahua,
        "接入使能=✓|SIP服务器编号=34020000002000000001|SIP域=3402000000|SIP服务器IP=192.168.1.15|SIP服务器端口=5060|"
        "设备编号=34020000001320000007|注册密码=12345678|本地SIP服务器端口=5060|"
        "注册有效期=3600|心跳周期=60|最大心跳超时次数=3|通道编号=34020000001310000007");
    page("Uniview", CameraVendor::Uniview,
        "管理协议=GB/"
        "T28181|服务器ID=34020000002000000001|服务器地址=192.168.1.15|服务器端口=5060|设备ID=34020000001320000007|密码="
        "12345678|注册有效期(秒)=3600|传输模式=UDP|视频通道ID=34020000001310000007");
    page("TP-LINK", CameraVendor::TpLink,
        "GB28181 "
        "启用=✓|本地SIP端口=5060|SIP服务器ID=34020000002000000001|SIP服务器域=3402000000|SIP服务器地址=192.168.1.15|"
        "SIP服务器端口=5060|SIP用户名=34020000001320000007|"
        "SIP用户认证ID=34020000001320000007|密码=12345678|注册有效期=3600|心跳周期=60|最大心跳超时次数=3|"
        "视频通道编码ID=34020000001310000007");
    page("any", CameraVendor::Generic,
        "SIP服务器编码=34020000002000000001|SIP域=3402000000|SIP服务器地址=192.168.1.15|SIP服务器端口=5060|传输协议="
        "UDP|设备编码=34020000001320000007|认证用户名=34020000001320000007|"
        "注册密码=12345678|注册有效期=3600|心跳间隔=60|心跳超时次数=3|通道编码=34020000001310000007");
}

void tst_CameraCard::pages()
{
    QFETCH(int, vendor);
    QStringList rows;
    for (const CardRow &one : cameraCard(static_cast<CameraVendor>(vendor), site())) {
        rows << one.chinese + u'=' + one.value;
        QVERIFY(!one.english.isEmpty());
    }
    QTEST(rows.join(u'|'), "rows");
    QCOMPARE(vendorPage(static_cast<CameraVendor>(vendor)).path.isEmpty(),
        static_cast<CameraVendor>(vendor) == CameraVendor::Generic);
}

void tst_CameraCard::everyPageHasWhatRegisteringNeeds()
{
    for (int vendor = 0; vendor < cameraVendors; ++vendor) {
        for (const CardField field : {CardField::ServerId, CardField::Address, CardField::Port, CardField::DeviceId,
                 CardField::Password, CardField::Expires, CardField::ChannelId})
            QVERIFY(!row(static_cast<CameraVendor>(vendor), field, site()).value.isEmpty());
    }
}

void tst_CameraCard::whatACameraCannotBeTold()
{
    CardInput input = site();
    QVERIFY(row(CameraVendor::Generic, CardField::Address, input).note == CardNote::None);
    QVERIFY(row(CameraVendor::Uniview, CardField::Address, input).note == CardNote::MayRestart);
    for (const char *address : {"0.0.0.0", "::", "127.0.0.1", "::1"}) {
        input.address = QHostAddress(QString::fromLatin1(address));
        QVERIFY(row(CameraVendor::Uniview, CardField::Address, input).note == CardNote::NotReachable);
    }
    input.address = {};
    const CardRow none = row(CameraVendor::Generic, CardField::Address, input);
    QVERIFY(none.note == CardNote::NotReachable && none.value.isEmpty());
}

void tst_CameraCard::passwords()
{
    CardInput input = site();
    CardRow password = row(CameraVendor::Hikvision, CardField::Password, input);
    QVERIFY(password.secret && password.note == CardNote::TypeItAgain);
    QVERIFY(row(CameraVendor::Hikvision, CardField::PasswordAgain, input).secret);
    input.password = QString();
    password = row(CameraVendor::Hikvision, CardField::Password, input);
    QVERIFY(!password.secret && password.note == CardNote::NoPassword && password.value.isEmpty());
    input.password.reset();
    password = row(CameraVendor::Hikvision, CardField::Password, input);
    QVERIFY(!password.secret && password.note == CardNote::PasswordUnknown && password.value.isEmpty());
    for (const CardRow &one : cameraCard(CameraVendor::Hikvision, site()))
        QCOMPARE(one.secret, one.value == u"12345678"); // nowhere else
}

void tst_CameraCard::transports()
{
    CardInput input = site();
    const auto transport = [&] { return row(CameraVendor::Hikvision, CardField::Transport, input); };
    QVERIFY(transport().value == u"UDP" && transport().note == CardNote::EitherTransport);
    input.transport = CardTransport::Udp;
    QVERIFY(transport().value == u"UDP" && transport().note == CardNote::OnlyUdp);
    input.transport = CardTransport::Tcp;
    QVERIFY(transport().value == u"TCP" && transport().note == CardNote::OnlyTcp);
}

void tst_CameraCard::shortRegistrations()
{
    CardInput input = site();
    const auto note = [&] { return row(CameraVendor::Dahua, CardField::Expires, input).note; };
    QVERIFY(note() == CardNote::None);
    input.expires = 3599s;
    QVERIFY(note() == CardNote::ExpiresBelowStandard);
    input.heartbeat = {1200s, 3};
    QVERIFY(note() == CardNote::ExpiresTooShort);
    input.expires = 3600s;
    QVERIFY(note() == CardNote::None);
    QCOMPARE(row(CameraVendor::Dahua, CardField::HeartbeatInterval, input).value, QStringLiteral("1200"));
}

void tst_CameraCard::otherDomain()
{
    CardInput input = site();
    input.domain = QStringLiteral("3402000000.spvmn.cn");
    const CardRow domain = row(CameraVendor::Dahua, CardField::Domain, input);
    QVERIFY(domain.value == input.domain && domain.note == CardNote::DomainDiffers);
}

void tst_CameraCard::notesAreWorded()
{
    QSet<QString> texts;
    for (int i = 0; i <= static_cast<int>(CardNote::DifferentPerChannel); ++i)
        texts.insert(wording::cardNote(static_cast<CardNote>(i)));
    QCOMPARE(texts.size(), static_cast<int>(CardNote::DifferentPerChannel) + 1);
    QVERIFY(wording::cardNote(CardNote::None).isEmpty());
}

QTEST_GUILESS_MAIN(tst_CameraCard)
#include "tst_cameracard.moc"
