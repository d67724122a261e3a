#include "core/report/exporter.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

/// What is told ahead of an export is what comes of it.
class tst_ExportPreview : public QObject
{
    Q_OBJECT
private slots:
    void tellsWhatIsWritten_data();
    void tellsWhatIsWritten();
    void showsBothSides();
    void isBounded();
    void whatCannotBeWritten();

private:
    static QString site() { return QStringLiteral(GBSCOPE_TEST_DATA "/field2/11a-auto-unregister.pcap"); }
    QTemporaryDir m_folder;
};

void tst_ExportPreview::tellsWhatIsWritten_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<Profile>("profile");
    for (const Format &one : formats()) {
        for (const Profile profile : {Profile::Vendor, Profile::OwnSite})
            QTest::addRow("%s %d", one.id, static_cast<int>(profile)) << QByteArray(one.id) << profile;
    }
}

void tst_ExportPreview::tellsWhatIsWritten()
{
    QFETCH(const QByteArray, format);
    QFETCH(const Profile, profile);
    ExportOptions options;
    options.format = format;
    options.profile = profile;
    options.devices = {QStringLiteral("39990000002000000652")};
    const QString to = m_folder.filePath(QStringLiteral("out"));
    const ExportPreview preview = previewExport({site()}, options);
    QVERIFY2(preview.result.error.isEmpty(), qPrintable(preview.result.error));
    QVERIFY(!QFile::exists(to));
    const ExportResult result = exportCapture({site()}, to, options);
    QVERIFY2(result.error.isEmpty(), qPrintable(result.error));
    QCOMPARE(preview.result.messages, result.messages);
    QCOMPARE(preview.result.of, result.of);
    QCOMPARE(preview.result.entries, result.entries);
    QVERIFY(preview.result.secrets == result.secrets && preview.result.identities == result.identities);
    const qint64 size = QFileInfo(to).size();
    QVERIFY(QFile::remove(to));
    QVERIFY(size > 0 || result.entries == quint64(0)); // such as of media, which this record has none of
    // Pseudonyms are others each time, some of another length
    QVERIFY2(qAbs(preview.octets - size) <= (profile == Profile::Vendor ? size / 20 : 0),
        qPrintable(QStringLiteral("%1 told, %2 written").arg(preview.octets).arg(size)));
}

void tst_ExportPreview::showsBothSides()
{
    ExportOptions options;
    options.format = "text";
    const QByteArray digest = "response=\"";
    const ExportPreview preview = previewExport({site()}, options);
    QVERIFY(preview.changedTotal > 0 && static_cast<quint64>(preview.changed.size()) == preview.changedTotal);
    quint64 secrets = 0;
    for (const ExportPreview::Changed &one : preview.changed) {
        secrets += one.secrets;
        QVERIFY(one.number > 0 && one.before != one.after);
        const qsizetype at = one.before.indexOf(digest);
        if (at >= 0)
            QVERIFY(!one.after.contains(one.before.mid(at, digest.size() + 16)));
    }
    QCOMPARE(secrets, preview.result.secrets.all());
    options.profile = Profile::None;
    QCOMPARE(previewExport({site()}, options).changedTotal, 0U);
}

void tst_ExportPreview::isBounded()
{
    ExportOptions options;
    options.profile = Profile::Public;
    const QStringList often(40, site());
    const ExportPreview preview = previewExport(often, options);
    QVERIFY2(preview.changedTotal > ExportPreview::mostChanged, qPrintable(QString::number(preview.changedTotal)));
    QCOMPARE(preview.changed.size(), ExportPreview::mostChanged);
}

void tst_ExportPreview::whatCannotBeWritten()
{
    ExportOptions options;
    options.format = "doc";
    QVERIFY(previewExport({site()}, options).result.error.contains(QStringLiteral("no such format")));
    options.format = "text";
    QVERIFY(!previewExport({m_folder.filePath(QStringLiteral("none.pcap"))}, options).result.error.isEmpty());
    QVERIFY(previewExport({site()}, options, [](double) { return false; }).result.cancelled);
}

QTEST_GUILESS_MAIN(tst_ExportPreview)
#include "tst_exportpreview.moc"
