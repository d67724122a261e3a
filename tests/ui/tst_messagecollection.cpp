#include "ui/client/messagecollection.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb::ui;

/// Messages that are kept as files: nothing of theirs leads out of the folder, and nothing secret is in them.
class tst_MessageCollection : public QObject
{
    Q_OBJECT
private slots:
    void keptAcrossStarts();
    void renamedAndRemoved();
    void aRenameThatIsRefused();
    void aRenameWhereTheDiskRefuses();
    void namesAreSafe_data();
    void namesAreSafe();
    void namesThatAreNone_data();
    void namesThatAreNone();
    void nothingSecretIsKept();
    void bounded();
    void hostileFolders();
    void aMarkOfAnEditorIsNoText_data();
    void aMarkOfAnEditorIsNoText();
    void aDiskThatRefuses();

private:
    static void load(MessageCollection &kept)
    {
        QSignalSpy changed(&kept, &MessageCollection::changed);
        kept.load();
        QVERIFY(changed.wait());
    }
};

static const QString text = QStringLiteral("OPTIONS sip:a@b SIP/2.0\nX: \u95e8\n\nbody");

void tst_MessageCollection::keptAcrossStarts()
{
    QTemporaryDir folder;
    const QString name = QStringLiteral("\u95e8 2 (odd)");
    {
        MessageCollection kept(folder.filePath(QStringLiteral("new/messages")));
        QCOMPARE(kept.save(name, text), QString());
        QCOMPARE(kept.text(name), text);
    }
    MessageCollection kept(folder.filePath(QStringLiteral("new/messages")));
    load(kept);
    QCOMPARE(kept.names(), QStringList{name});
    QCOMPARE(kept.text(name), text);
    QFile file(folder.filePath(QStringLiteral("new/messages/") + name + QStringLiteral(".sip")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("OPTIONS sip:a@b SIP/2.0\r\nX: "));
}

void tst_MessageCollection::renamedAndRemoved()
{
    QTemporaryDir folder;
    MessageCollection kept(folder.path());
    QVERIFY(kept.save(QStringLiteral("a"), text).isEmpty() && kept.save(QStringLiteral("b"), text).isEmpty());
    QVERIFY(!kept.rename(QStringLiteral("a"), QStringLiteral("B")).isEmpty()); // one on Windows
    QVERIFY(!kept.rename(QStringLiteral("none"), QStringLiteral("c")).isEmpty());
    QVERIFY(!kept.rename(QStringLiteral("a"), QString()).isEmpty());
    QCOMPARE(kept.names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(kept.rename(QStringLiteral("a"), QStringLiteral("A")), QString());
    QCOMPARE(kept.rename(QStringLiteral("b"), QStringLiteral("c")), QString());
    kept.waitForDone();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
        (QStringList{QStringLiteral("A.sip"), QStringLiteral("c.sip")}));
    kept.remove(QStringLiteral("C"));
    kept.waitForDone();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("A.sip")});
}

/// It grows by a byte a line when it is written: what was kept stays as it was.
void tst_MessageCollection::aRenameThatIsRefused()
{
    QTemporaryDir folder;
    QByteArray octets = "OPTIONS sip:a@b SIP/2.0\n";
    while (octets.size() < 64'989)
        octets += octets.size() % 2 == 0 ? "\n" : "x";
    octets += '\n';
    QFile file(folder.filePath(QStringLiteral("a.sip")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == 64'990);
    file.close();
    MessageCollection kept(folder.path());
    load(kept);
    const QString before = kept.text(QStringLiteral("a"));
    QCOMPARE(before.size(), 64'990);
    QVERIFY(kept.rename(QStringLiteral("a"), QStringLiteral("b")).contains(QStringLiteral("65000 bytes")));
    kept.waitForDone();
    QCOMPARE(kept.names(), QStringList{QStringLiteral("a")});
    QCOMPARE(kept.text(QStringLiteral("a")), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("a.sip")});
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == octets);
}

/// The folder of the new file stands where no file can be written; the old one is not touched.
void tst_MessageCollection::aRenameWhereTheDiskRefuses()
{
    QTemporaryDir folder;
    MessageCollection kept(folder.path());
    QCOMPARE(kept.save(QStringLiteral("a"), text), QString());
    kept.waitForDone();
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("b.sip/full"))); // for root may write everywhere
    QSignalSpy failed(&kept, &MessageCollection::failed);
    QCOMPARE(kept.rename(QStringLiteral("a"), QStringLiteral("b")), QString());
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].toString(), QStringLiteral("b"));
    QCOMPARE(kept.names(), QStringList{QStringLiteral("a")});
    QCOMPARE(kept.text(QStringLiteral("a")), text);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a.sip"))));
    QVERIFY(QDir(folder.filePath(QStringLiteral("b.sip"))).removeRecursively());
    QCOMPARE(kept.rename(QStringLiteral("a"), QStringLiteral("b")), QString());
    kept.waitForDone();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("b.sip")});
}

void tst_MessageCollection::namesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    for (const char *one : {"../../etc/passwd", "/etc/passwd", "C:\\x", "..", ".", ".hidden", "a/b", "a%2fb", "con",
             "COM1", "a.", "a:b*?\"<>|", "~", "$HOME", "`x`", "<b>bold</b>", "%", "%00"})
        QTest::newRow(one) << QString::fromUtf8(one);
    QTest::newRow("long Chinese") << QString(MessageCollection::maxName, QChar(0x95e8));
    QTest::newRow("emoji") << QString::fromUtf8("\xf0\x9f\x98\x80");
}

void tst_MessageCollection::namesAreSafe()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString inner = folder.filePath(QStringLiteral("in"));
    const QString file = MessageCollection::fileOf(name);
    QVERIFY(!file.contains(u'/') && !file.contains(u'\\') && !file.startsWith(u'.') && !file.contains(u':'));
    QVERIFY(file.toUtf8().size() < 250);
    QCOMPARE(MessageCollection::nameOf(file), name);
    {
        MessageCollection kept(inner);
        QCOMPARE(kept.save(name, text), QString());
    }
    QCOMPARE(QDir(inner).entryList(QDir::Files | QDir::Hidden), QStringList{file});
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 1);
    MessageCollection kept(inner);
    load(kept);
    QCOMPARE(kept.text(name), text);
}

void tst_MessageCollection::namesThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral("  ");
    QTest::newRow("line end") << QStringLiteral("a\nb");
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("bidi") << QString(QChar(0x202e)) + QStringLiteral("a");
    QTest::newRow("half a character") << QString(QChar(0xd800));
    QTest::newRow("too long") << QString(MessageCollection::maxName + 1, u'x');
}

void tst_MessageCollection::namesThatAreNone()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    MessageCollection kept(folder.path());
    QVERIFY(!kept.save(name, text).isEmpty());
    kept.waitForDone();
    QVERIFY(kept.names().isEmpty() && QDir(folder.path()).isEmpty());
}

void tst_MessageCollection::nothingSecretIsKept()
{
    QTemporaryDir folder;
    bool left = false;
    MessageCollection kept(folder.path());
    QCOMPARE(
        kept.save(QStringLiteral("a"),
            QStringLiteral("REGISTER sip:a SIP/2.0\nAuthorization: Digest username=\"u\", response=\"0123456789\"\n"
                           "Content-Type: Application/MANSCDP+xml\n\n<Control><Password>hunter2</Password></Control>"),
            &left),
        QString());
    QVERIFY(left);
    kept.waitForDone();
    QFile file(folder.filePath(QStringLiteral("a.sip")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    QVERIFY2(!octets.contains("Authorization") && !octets.contains("hunter2"), octets.constData());
    QVERIFY(octets.contains("<Password>"));
    QVERIFY(!kept.text(QStringLiteral("a")).contains(u"hunter2"));
    QCOMPARE(kept.save(QStringLiteral("b"), text, &left), QString());
    QVERIFY(!left);
}

void tst_MessageCollection::bounded()
{
    QTemporaryDir folder;
    MessageCollection kept(folder.path());
    for (qsizetype i = 0; i < MessageCollection::maxMessages; ++i)
        QCOMPARE(kept.save(QString::number(i), QStringLiteral("x")), QString());
    QVERIFY(!kept.save(QStringLiteral("one more"), text).isEmpty());
    QCOMPARE(kept.save(QStringLiteral("7"), text), QString()); // in the place of one
    QCOMPARE(kept.rename(QStringLiteral("9"), QStringLiteral("nine")), QString());
    QCOMPARE(kept.names().size(), MessageCollection::maxMessages);
    QVERIFY(!kept.save(QStringLiteral("8"), QString(MessageCollection::maxOctets + 1, u'x')).isEmpty());
    QCOMPARE(kept.text(QStringLiteral("8")), QStringLiteral("x"));
}

void tst_MessageCollection::hostileFolders()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &octets) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    };
    write(QStringLiteral("huge.sip"), QByteArray(MessageCollection::maxOctets + 1, 'x'));
    write(QStringLiteral("odd.sip"), QByteArray("\xff\xfe\x00\n\n\x80", 6));
    write(QStringLiteral("other.txt"), "x");
    write(QStringLiteral("%0a.sip"), "x");
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("dir.sip")));
    QFile::link(QStringLiteral("/etc/passwd"), folder.filePath(QStringLiteral("link.sip")));
    for (int i = 0; i < 300; ++i)
        write(QStringLiteral("z%1.sip").arg(i), "x");
    MessageCollection kept(folder.path());
    load(kept);
    QCOMPARE(kept.names().size(), MessageCollection::maxMessages);
    QVERIFY(!kept.contains(QStringLiteral("huge")) && !kept.contains(QStringLiteral("link")));
    QVERIFY(kept.contains(QStringLiteral("odd")));
}

void tst_MessageCollection::aMarkOfAnEditorIsNoText_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("UTF-8") << QByteArray("OPTIONS sip:a@b SIP/2.0\nSubject: \xe9\x97\xa8\n");
    QTest::newRow("GB 18030") << QByteArray("OPTIONS sip:a@b SIP/2.0\nSubject: \xc3\xc5\n");
}

/// Whatever the rest of it is written in.
void tst_MessageCollection::aMarkOfAnEditorIsNoText()
{
    QFETCH(const QByteArray, head);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.sip")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\xef\xbb\xbf" + head) > 0);
    file.close();
    MessageCollection kept(folder.path());
    load(kept);
    QCOMPARE(kept.text(QStringLiteral("a")), QStringLiteral("OPTIONS sip:a@b SIP/2.0\nSubject: \u95e8\n"));
}

void tst_MessageCollection::aDiskThatRefuses()
{
    QTemporaryDir folder;
    const QString taken = folder.filePath(QStringLiteral("file"));
    QFile file(taken);
    QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder should be
    MessageCollection kept(taken);
    QSignalSpy failed(&kept, &MessageCollection::failed);
    QCOMPARE(kept.save(QStringLiteral("a"), text), QString());
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].toString(), QStringLiteral("a"));
    QCOMPARE(kept.text(QStringLiteral("a")), text); // as long as the window is open
}

QTEST_GUILESS_MAIN(tst_MessageCollection)
#include "tst_messagecollection.moc"
