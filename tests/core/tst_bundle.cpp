#include "core/capture/pcapngwriter.h"
#include "core/report/bundle/bundle.h"
#include "core/report/bundle/members.h"
#include "core/report/bundle/zipwriter.h"
#include "core/session/reading.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/planted.h"
#include "tests/support/zipmembers.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <random>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What leaves the site as one archive: each member whole, all of one redaction, and nothing where anything fails.
class tst_Bundle : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void membersAreAsTheManifestSays();
    void othersReadIt_data();
    void othersReadIt();
    void aLargeMemberIsZip64();
    void pageStandsAlone();
    void captureIsReadBack();
    void anOriginalHasOnePseudonym();
    void nothingOfTheSiteIsLeft_data();
    void nothingOfTheSiteIsLeft();
    void noSecretIsLeft_data();
    void noSecretIsLeft();
    void whatIsLeftIsRefused();
    void ownSiteKeepsWhatItIs();
    void onlyTheseDevices();
    void sameSeedSameBytes();
    void existingStays();
    void whatFailsLeavesNothing();
    void fullDiskSaysSo();
    void targetThatComesMeanwhileStays();
    void cancelLeavesNothing();
    void inputThatCannotBeRead();

private:
    static constexpr const char *camera = "34020000001320000017", *other = "34020000001320000018",
                                *address = "172.20.31.64", *serverAddress = "172.20.31.10",
                                *secret = "Xk39-of-the-site";
    static QString data(const char *name) { return QStringLiteral(GBSCOPE_TEST_DATA "/") + QLatin1String(name); }
    QString target() const { return m_folder->filePath(QStringLiteral("out.zip")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    QList<ZipMember> bundle(const QStringList &from, ReportOptions options = {}, const BundleSeed &seed = {})
    {
        options.replace = true;
        m_result = writeBundle(from, target(), options, {}, seed);
        return m_result.error.isEmpty() ? zipMembers(contents(target())) : QList<ZipMember>();
    }
    static ReportOptions of(Profile profile)
    {
        ReportOptions options;
        options.profile = profile;
        return options;
    }
    static QByteArray member(const QList<ZipMember> &all, const char *name)
    {
        const auto found = std::find_if(
            all.begin(), all.end(), [name](const ZipMember &one) { return one.name == QByteArrayView(name); });
        return found == all.end() ? QByteArray() : found->content;
    }
    static QByteArray request(const QByteArray &method, const QByteArray &id, int number, const QByteArray &more = {},
        const QByteArray &body = {})
    {
        const QByteArray n = QByteArray::number(number);
        return method + " sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP " + address
            + ":5060;branch=z9hG4bK" + n + "\r\nFrom: <sip:" + id + "@3402000000>;tag=1\r\nTo: <sip:" + id
            + "@3402000000>\r\nCall-ID: " + n + '@' + address + "\r\nCSeq: 1 " + method + "\r\n" + more
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    /// Two cameras, one with credentials, and heartbeats of both. `noise`: bytes in each that do not shrink.
    QString site(int beats = 6, int noise = 0);
    static quint64 messagesIn(const QString &file);
    static QSet<QByteArray> originals(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder, m_source;
    ExportResult m_result;
};

void tst_Bundle::init()
{
    surviveFileLimit();
    m_folder = std::make_unique<QTemporaryDir>();
    m_source = std::make_unique<QTemporaryDir>();
}

QString tst_Bundle::site(int beats, int noise)
{
    QByteArrayList messages{request("REGISTER", camera, 1),
        request("REGISTER", camera, 2,
            QByteArray("Authorization: Digest username=\"") + camera
                + "\", realm=\"3402000000\", nonce=\"n\", uri=\"sip:d\", "
                  "response=\"0123456789abcdef0123456789abcdef\"\r\nX-Password: "
                + secret + "\r\nUser-Agent: Hikvision DS-2CD\r\n")};
    std::mt19937 random(1);
    for (int i = 0; i < beats; ++i) {
        QByteArray extra;
        for (int letter = 0; letter < noise; ++letter)
            extra += static_cast<char>('A' + random() % 32);
        messages << request("MESSAGE", i % 2 == 0 ? camera : other, 10 + i, "Content-Type: Application/MANSCDP+xml\r\n",
            "<?xml version=\"1.0\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>" + QByteArray::number(i)
                + "</SN>\r\n<DeviceID>" + (i % 2 == 0 ? camera : other) + "</DeviceID>\r\n<Status>OK</Status>\r\n<Info>"
                + secret + extra + "</Info>\r\n</Notify>\r\n");
    }
    QByteArray octets = PcapngWriter::fileHeader(QStringLiteral("test"), {});
    Datagram datagram;
    datagram.at = TimePoint(1'772'409'600s);
    datagram.from = {QHostAddress(QLatin1String(address)), 5060};
    datagram.to = {QHostAddress(QLatin1String(serverAddress)), 5060};
    for (const QByteArray &message : std::as_const(messages)) {
        datagram.octets = message;
        octets += PcapngWriter::packet(datagram);
        datagram.at += 30s;
    }
    const QString name = m_source->filePath(QStringLiteral("in%1.pcapng").arg(m_source->path().size() + beats));
    QFile::remove(name);
    write(name, octets);
    return name;
}

quint64 tst_Bundle::messagesIn(const QString &file)
{
    Reading reading({.summaries = false});
    if (!reading.open({file}))
        return 0;
    while (reading.next()) { }
    return reading.analysis().counters().messages;
}

void tst_Bundle::membersAreAsTheManifestSays()
{
    const QList<ZipMember> all = bundle({site()});
    QCOMPARE(m_result.error, QString());
    QByteArrayList names;
    for (const ZipMember &one : all)
        names << one.name;
    const QByteArrayList expected{"report.html", "findings.json", "capture.pcapng", "messages.txt", "ladder.txt",
        "environment.json", "MANIFEST.txt"};
    QCOMPARE(names, expected);
    const QByteArray manifest = member(all, "MANIFEST.txt");
    for (const ZipMember &one : all) {
        QVERIFY2(!one.content.isEmpty(), one.name.constData());
        if (one.name == "MANIFEST.txt")
            continue;
        const QByteArray sum = QCryptographicHash::hash(one.content, QCryptographicHash::Sha256).toHex(),
                         size = QByteArray::number(one.content.size()), line = sum + "  " + one.name + '\n',
                         comment = "# " + one.name + ": " + size + " bytes\n";
        QVERIFY2(manifest.contains(QByteArray('\n' + comment + line)), one.name.constData());
    }
    QCOMPARE(manifest.count("  "), expected.size() - 1);
    const QJsonObject environment = QJsonDocument::fromJson(member(all, "environment.json")).object();
    QCOMPARE(environment.value(QStringLiteral("profile")).toString(), QStringLiteral("own-site"));
    QCOMPARE(environment.value(QStringLiteral("qt")).toString(), QLatin1String(qVersion()));
    QCOMPARE(environment.value(QStringLiteral("messages")).toInt(), 8);
    QCOMPARE(environment.value(QStringLiteral("policy")).toObject().value(QStringLiteral("timeout_count")).toInt(), 3);
    QCOMPARE(files(), QStringList{QStringLiteral("out.zip")});
}

void tst_Bundle::othersReadIt_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QString look = QStringLiteral("import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);"
                                        "sys.exit(1 if z.testzip() or len(z.namelist())!=7 else 0)");
    QTest::newRow("unzip") << QStringLiteral("unzip") << QStringList{QStringLiteral("-tqq")};
    QTest::newRow("python3") << QStringLiteral("python3") << QStringList{QStringLiteral("-c"), look};
}

void tst_Bundle::othersReadIt()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("this reader of ZIP archives is not installed");
    QVERIFY(!bundle({site(200)}).isEmpty());
    QProcess process;
    process.start(program, arguments + QStringList{target()});
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAll() + process.readAllStandardError();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
}

/// A member that may become larger than 4 GiB has room for its sizes, and is read all the same.
void tst_Bundle::aLargeMemberIsZip64()
{
    {
        WholeFile file;
        QVERIFY(file.open(target(), false));
        bundle::ZipWriter zip(file, QDateTime(QDate(2026, 3, 2), QTime(8, 0)));
        QVERIFY(zip.begin("large.txt", 5'000'000'000) && zip.write("as large as it is") && zip.end());
        QVERIFY(zip.begin("small.txt", 5) && zip.write("small") && zip.end() && zip.finish() && file.commit());
    }
    const QByteArray octets = contents(target());
    QCOMPARE(octets.mid(30 + 9, 4), QByteArray::fromHex("01001000")); // of the first one, behind its name
    QCOMPARE(zipMembers(octets).size(), 2);
    if (QStandardPaths::findExecutable(QStringLiteral("unzip")).isEmpty())
        QSKIP("unzip is not installed");
    QProcess process;
    process.start(QStringLiteral("unzip"), {QStringLiteral("-p"), target()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray("as large as it issmall"));
    QCOMPARE(process.exitCode(), 0);
}

/// It is whole, and refers to nothing, not even to the other members.
void tst_Bundle::pageStandsAlone()
{
    const QByteArray page = member(bundle({site()}), "report.html");
    QVERIFY(page.contains("default-src 'none'"));
    QXmlStreamReader reader(page);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        for (const QXmlStreamAttribute &attribute : reader.attributes()) {
            if (attribute.name() == u"href" || attribute.name() == u"src")
                QVERIFY2(attribute.value().startsWith(u"#d"), qPrintable(attribute.value().toString()));
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(page.contains(camera));
}

/// By our importer, unpacked and as the archive is.
void tst_Bundle::captureIsReadBack()
{
    for (const Profile profile : {Profile::Vendor, Profile::OwnSite}) {
        const QString from = site();
        const QList<ZipMember> all = bundle({from}, of(profile));
        const QString capture = m_folder->filePath(QStringLiteral("capture.pcapng"));
        QFile::remove(capture);
        write(capture, member(all, "capture.pcapng"));
        QCOMPARE(messagesIn(from), quint64(8));
        QCOMPARE(messagesIn(capture), quint64(8));
        QCOMPARE(messagesIn(target()), quint64(8));
        QCOMPARE(m_result.messages, quint64(8));
        QCOMPARE(member(all, "messages.txt").count("\n#") + 0, qsizetype(8));
        QVERIFY(member(all, "ladder.txt").contains("#8"));
    }
}

/// The ID and the address that a finding names are those of the page and of the capture.
void tst_Bundle::anOriginalHasOnePseudonym()
{
    for (const Profile profile : {Profile::Vendor, Profile::Public}) {
        const QList<ZipMember> all = bundle({site()}, of(profile));
        const QJsonArray devices
            = QJsonDocument::fromJson(member(all, "findings.json")).object().value(QStringLiteral("devices")).toArray();
        QCOMPARE(devices.size(), 2);
        for (const QJsonValue &one : devices) {
            const QByteArray id = one[QStringLiteral("id")].toString().toUtf8();
            QCOMPARE(id.size(), 20);
            QVERIFY(id != camera && id != other);
            for (const char *const name : {"report.html", "capture.pcapng", "messages.txt"})
                QVERIFY2(member(all, name).contains(id), name);
            const QString end = one[QStringLiteral("address")].toString(), host = end.left(end.indexOf(u':'));
            QVERIFY2(host.startsWith(u"198.18."), qPrintable(host));
            for (const char *const name : {"report.html", "messages.txt", "ladder.txt"})
                QVERIFY2(member(all, name).contains(host.toLatin1()), name);
            QByteArray inPackets(4, '\0');
            qToBigEndian(QHostAddress(host).toIPv4Address(), inPackets.data());
            QVERIFY(member(all, "capture.pcapng").contains(inPackets));
        }
    }
}

void tst_Bundle::nothingOfTheSiteIsLeft_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a site") << QString();
    for (const char *const folder : {"field2", "gb28181-bad"}) {
        QDirIterator files(
            data(folder), {QStringLiteral("*.pcap*"), QStringLiteral("*.snoop"), QStringLiteral("*.zip")});
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::addRow("%s", qPrintable(files.fileName())) << file;
        }
    }
}

/// IDs and addresses, found by plain patterns.
QSet<QByteArray> tst_Bundle::originals(const QString &file)
{
    static const QRegularExpression id(QStringLiteral("(?<!\\d)\\d{18,21}(?!\\d)")),
        ends(QStringLiteral("(?<![\\d.])(?:10|172|192)\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])")),
        product(QStringLiteral("(?i)(?:User-Agent|Server) *:.*|<(Firmware|Model)>[^<]*"));
    QSet<QByteArray> out;
    Importer importer;
    if (!importer.open({file}, {}))
        return out;
    for (auto result = PcapReader::Result::Datagram; result == PcapReader::Result::Datagram;) {
        const auto message = importer.next(result);
        if (!message)
            continue;
        QString text = QString::fromLatin1(message->octets) + u' ' + message->from.text() + u' ' + message->to.text();
        text.remove(product);
        for (const QRegularExpression &one : {id, ends}) {
            for (auto hits = one.globalMatch(text); hits.hasNext();)
                out.insert(hits.next().captured().toLatin1());
        }
    }
    return out;
}

void tst_Bundle::nothingOfTheSiteIsLeft()
{
    QFETCH(const QString, name);
    const QString from = name.isEmpty() ? site() : name;
    const QSet<QByteArray> originals = this->originals(from);
    QVERIFY(!name.isEmpty() || originals.contains(camera) & originals.contains(address));
    for (const Profile profile : {Profile::Vendor, Profile::Public}) {
        const QList<ZipMember> all = bundle({from}, of(profile));
        if (m_result.error.startsWith(u"not a capture") || QFileInfo(from).fileName() == u"h08-not-a-pcap.pcap") {
            QVERIFY(files().isEmpty());
            return;
        }
        QCOMPARE(m_result.error, QString());
        QCOMPARE(all.size(), 7);
        for (const ZipMember &one : all) {
            for (const QByteArray &original : originals) {
                const QByteArray where = original + " in " + one.name;
                const QRegularExpression whole(QStringLiteral("(?<![\\d.])%1(?![\\d.])")
                                                   .arg(QRegularExpression::escape(QString::fromLatin1(original))));
                QVERIFY2(!one.content.contains(original) || !QString::fromLatin1(one.content).contains(whole),
                    where.constData());
            }
        }
    }
}

void tst_Bundle::noSecretIsLeft_data()
{
    QTest::addColumn<Profile>("profile");
    for (const Profile profile : {Profile::Vendor, Profile::Public, Profile::OwnSite})
        QTest::addRow("%s", nameOf(profile)) << profile;
}

/// Nor in what the user wrote, and in the name of the file.
void tst_Bundle::noSecretIsLeft()
{
    QFETCH(const Profile, profile);
    const QString from = m_source->filePath(QLatin1String(secret) + QStringLiteral(".pcapng"));
    QVERIFY(QFile::rename(site(), from));
    ReportOptions options = of(profile);
    options.remarks = QStringLiteral("It has the password ") + QLatin1String(secret);
    options.passwords = {secret};
    const QList<ZipMember> all = bundle({from}, options);
    QCOMPARE(m_result.error, QString());
    QCOMPARE(all.size(), 7);
    for (const ZipMember &one : all) {
        QVERIFY2(!shows(one.content, secret, 1), one.name.constData());
        QVERIFY2(!one.content.contains("0123456789abcdef0123456789abcdef"), one.name.constData());
    }
    QVERIFY(m_result.secrets.all() > 0);
    options.passwords = {"5060"}; // a port is nothing that anybody said
    QCOMPARE(bundle({from}, options).size(), 7);
    options = of(Profile::None); // it was there
    QVERIFY(shows(member(bundle({from}, options), "capture.pcapng"), secret, 1));
}

/// The only way into a member lets nothing pass that must not be written.
void tst_Bundle::whatIsLeftIsRefused()
{
    Stages stages(Profile::Vendor, {secret});
    Datagram datagram;
    datagram.from = {QHostAddress(QLatin1String(address)), 5060};
    datagram.to = {QHostAddress(QLatin1String(serverAddress)), 5060};
    datagram.octets = request("REGISTER", camera, 1, "Subject: North-gate\r\n");
    stages.learn(datagram);
    stages.learned();
    const auto refused = [&](const Written &piece, const char *why) {
        ExportResult result;
        bundle::Members members(m_folder->path(), stages, result);
        const bool passed = members.add("one.txt", piece, true);
        return !passed && result.error.startsWith(QLatin1String(why)) && result.error.contains(u"one.txt");
    };
    QVERIFY(refused({QByteArray("said of ") + camera, {}}, "what has a pseudonym is left"));
    QVERIFY(refused({"ours", QByteArray("from ") + address}, "what has a pseudonym is left"));
    QVERIFY(refused({"ours", QByteArray("with ") + secret}, "a secret is left"));
    ExportResult result;
    bundle::Members members(m_folder->path(), stages, result);
    QVERIFY(members.add("one.txt", {"what is ours", "what they say"}, true));
    QCOMPARE(result.error, QString());
    // A message of which something is left stops all of it
    CleanMessage message{.datagram = datagram};
    QCOMPARE(QByteArray(stages.left(message)), QByteArray("what has a pseudonym"));
    message.datagram.octets = "OPTIONS sip:a SIP/2.0\r\n\r\n"; // its ends are
    QCOMPARE(QByteArray(stages.left(message)), QByteArray("what has a pseudonym"));
    message.datagram.from = message.datagram.to = {};
    QCOMPARE(stages.left(message), nullptr);
    message.left = true;
    QCOMPARE(QByteArray(stages.left(message)), QByteArray("a secret"));
}

void tst_Bundle::ownSiteKeepsWhatItIs()
{
    const QList<ZipMember> all = bundle({site()}, of(Profile::OwnSite));
    for (const char *const name : {"report.html", "capture.pcapng", "messages.txt", "findings.json"})
        QVERIFY2(member(all, name).contains(camera), name);
    const QByteArray open = member(bundle({site()}, of(Profile::None)), "report.html");
    QVERIFY(open.contains("verdict bad") && open.contains("Xk39") != member(all, "report.html").contains("Xk39"));
}

void tst_Bundle::onlyTheseDevices()
{
    ReportOptions options;
    options.devices = {QLatin1String(other)};
    const QList<ZipMember> all = bundle({site()}, options);
    for (const ZipMember &one : all)
        QVERIFY2(!one.content.contains(camera), one.name.constData());
    QVERIFY(member(all, "capture.pcapng").contains(other));
    QCOMPARE(m_result.messages, quint64(3));
    QCOMPARE(m_result.of, quint64(8));
}

void tst_Bundle::sameSeedSameBytes()
{
    const BundleSeed seed{PseudonymMap("salt"), TimePoint(1'772'500'000s)};
    const QString from = site();
    const QList<ZipMember> one = bundle({from}, of(Profile::Vendor), seed);
    const QByteArray octets = contents(target());
    QCOMPARE(one.size(), 7);
    QCOMPARE(bundle({from}, of(Profile::Vendor), seed), one);
    QCOMPARE(contents(target()), octets);
    const QList<ZipMember> unlike = bundle({from}, of(Profile::Vendor), {PseudonymMap("another"), seed.made});
    QVERIFY(member(unlike, "capture.pcapng") != member(one, "capture.pcapng"));
}

void tst_Bundle::existingStays()
{
    write(target(), "mine");
    QVERIFY(writeBundle({site()}, target(), {}).error.contains(u"exists"));
    QCOMPARE(contents(target()), QByteArray("mine"));
    QVERIFY(!writeBundle({target()}, target(), {.replace = true}).error.isEmpty()); // into itself
    QCOMPARE(contents(target()), QByteArray("mine"));
    QCOMPARE(writeBundle({site()}, target(), {.replace = true}).error, QString());
    QCOMPARE(zipMembers(contents(target())).size(), 7);
    QCOMPARE(files(), QStringList{QStringLiteral("out.zip")});
}

/// The limit for a file is raised until all of it has room: so each write fails once, of members and of the archive.
void tst_Bundle::whatFailsLeavesNothing()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    const QString from = site(40, 3000);
    qsizetype largest = 0;
    for (const ZipMember &one : bundle({from}))
        largest = std::max(largest, one.content.size());
    QVERIFY(QFileInfo(target()).size() > largest);
    QVERIFY(QFile::remove(target()));
    write(target(), "before");
    int failures = 0, ofArchive = 0;
    for (rlim_t room = 0; failures < 1000; room += 9973) {
        FileLimit limit(room);
        const ExportResult result = writeBundle({from}, target(), {.replace = true});
        limit.lift();
        QCOMPARE(files(), QStringList{QStringLiteral("out.zip")});
        if (result.error.isEmpty())
            break;
        ++failures;
        ofArchive += room > static_cast<rlim_t>(largest) ? 1 : 0;
        QVERIFY2(!result.error.contains(u"nknown"), qPrintable(result.error));
        QCOMPARE(result.failed, QFileInfo(m_folder->path()).canonicalFilePath());
        QCOMPARE(contents(target()), QByteArray("before"));
    }
    QVERIFY(failures > 10);
    QVERIFY(ofArchive > 0);
    QCOMPARE(zipMembers(contents(target())).size(), 7);
}

/// In the words of an export.
void tst_Bundle::fullDiskSaysSo()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    const QString from = site();
    FileLimit limit(100);
    const ExportResult bundled = writeBundle({from}, target(), {}), exported = exportCapture({from}, target(), {});
    limit.lift();
    QVERIFY(!exported.error.isEmpty());
    QCOMPARE(bundled.error, exported.error);
    QCOMPARE(bundled.failed, exported.failed);
    QCOMPARE(files(), QStringList());
}

/// While it is written somebody else puts a file there, or takes the folder away.
void tst_Bundle::targetThatComesMeanwhileStays()
{
    const QString from = site();
    const ExportResult late = writeBundle({from}, target(), {}, [this](double done) {
        if (done > 0.95 && !QFile::exists(target()))
            write(target(), "another's");
        return true;
    });
    QVERIFY(!late.error.isEmpty());
    QCOMPARE(contents(target()), QByteArray("another's"));
    QCOMPARE(files(), QStringList{QStringLiteral("out.zip")});
    const QString gone = m_folder->filePath(QStringLiteral("gone"));
    QVERIFY(QDir().mkdir(gone));
    const ExportResult lost = writeBundle({from}, gone + QStringLiteral("/out.zip"), {}, [&](double) {
        QDir(gone).removeRecursively();
        return true;
    });
    QVERIFY(!lost.error.isEmpty());
    QVERIFY(!QFile::exists(gone));
    const ExportResult never = writeBundle({from}, gone + QStringLiteral("/out.zip"), {});
    QVERIFY(!never.error.isEmpty() && !never.failed.isEmpty());
}

/// At whichever place.
void tst_Bundle::cancelLeavesNothing()
{
    const QString from = site(200);
    int places = 0;
    for (bool cancelled = true; cancelled; ++places) {
        int left = places;
        double last = 0;
        const ExportResult result = writeBundle({from}, target(), {}, [&](double done) {
            last = done;
            return left-- > 0;
        });
        cancelled = result.cancelled;
        QCOMPARE(result.error, QString());
        QVERIFY(last <= 1);
        QCOMPARE(files(), cancelled ? QStringList() : QStringList{QStringLiteral("out.zip")});
    }
    QVERIFY(places > 9); // each member when it is packed, and twice reading
}

void tst_Bundle::inputThatCannotBeRead()
{
    QVERIFY(!writeBundle({data("field2/README.md")}, target(), {}).error.isEmpty());
    QVERIFY(!writeBundle({m_source->filePath(QStringLiteral("none"))}, target(), {}).error.isEmpty());
    QCOMPARE(files(), QStringList());
    const QList<ZipMember> cut = bundle({data("field2/09c-cut-file.pcap")}); // what can be read is told, and the rest
    QVERIFY(!m_result.broken.isEmpty());
    QVERIFY(QJsonDocument::fromJson(member(cut, "environment.json")).object().contains(QStringLiteral("trouble")));
}

QTEST_GUILESS_MAIN(tst_Bundle)
#include "tst_bundle.moc"
