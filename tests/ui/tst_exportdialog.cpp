#include "core/report/format.h"
#include "ui/export/exportdialog.h"

#include <QtTest>
#include <QtWidgets>

using namespace gb;
using namespace gb::ui;

/// What is exported, and in which form.
class tst_ExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatIsOffered();
    void devicesHaveNoDialogs();
};

void tst_ExportDialog::everyFormatIsOffered()
{
    ExportDialog dialog({}, {});
    auto *const box = dialog.findChild<QComboBox *>();
    QSet<QByteArray> offered;
    for (int i = 0; i < box->count(); ++i)
        offered.insert(box->itemData(i).toByteArray());
    for (const Format &format : formats())
        QVERIFY2(offered.contains(format.id), format.id);
}

void tst_ExportDialog::devicesHaveNoDialogs()
{
    ExportDialog dialog({QStringLiteral("34020000001320000001")}, QStringLiteral("call"));
    auto *const box = dialog.findChild<QComboBox *>();
    const QList<QRadioButton *> scopes = dialog.findChildren<QRadioButton *>();
    const auto last = std::find_if(
        scopes.begin(), scopes.end(), [](const QRadioButton *one) { return one->text().contains(u"Call-ID"); });
    QVERIFY(last != scopes.end());
    QRadioButton *const ofDialog = *last;
    ofDialog->setChecked(true);
    QCOMPARE(dialog.options().callIds, QStringList{QStringLiteral("call")});
    box->setCurrentIndex(box->findData(QByteArray("sipp-device")));
    QVERIFY(ofDialog->isChecked());
    box->setCurrentIndex(box->findData(QByteArray("devices-csv")));
    QVERIFY(!ofDialog->isEnabled());
    QCOMPARE(dialog.options().callIds, QStringList());
    QCOMPARE(dialog.options().devices, QStringList{QStringLiteral("34020000001320000001")});
    box->setCurrentIndex(box->findData(QByteArray("text")));
    QVERIFY(ofDialog->isEnabled());
}

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
