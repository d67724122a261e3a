#include "ui/export/exportdialog.h"

#include "ui/export/painted.h"
#include "ui/export/profilechoice.h"
#include "ui/widgets/buttonstops.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gb::ui {

ExportDialog::ExportDialog(const QStringList &devices, const QString &callId, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_callId(callId)
    , m_all(new QRadioButton(tr("&All messages of the session")))
    , m_ofDevices(new QRadioButton(devices.size() == 1
              ? tr("Of the device %1").arg(devices.constFirst())
              : tr("Of the %n selected device(s)", nullptr, static_cast<int>(devices.size()))))
    , m_ofDialog(new QRadioButton(tr("Of the selected dialog (one Call-ID)")))
    , m_format(new QComboBox)
    , m_profile(new ProfileChoice)
{
    setWindowTitle(tr("Export"));
    m_ofDevices->setEnabled(!devices.isEmpty());
    m_ofDialog->setEnabled(!callId.isEmpty());
    QRadioButton *const usual = devices.isEmpty() ? m_all : m_ofDevices;
    usual->setChecked(true);
    const auto offer = [this](const char *title, const char *id) {
        m_format->addItem(QCoreApplication::translate("Format", title), QByteArray(id));
    };
    for (const Format &format : formats())
        offer(format.title, format.id);
    for (const PaintedFormat &format : paintedFormats())
        offer(format.title, format.id);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::fitScope);
    auto *form = new QFormLayout;
    auto *what = new QVBoxLayout;
    for (QRadioButton *button : {m_all, m_ofDevices, m_ofDialog})
        what->addWidget(button);
    form->addRow(tr("What:"), what);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Redaction:"), m_profile);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *choose = buttons->addButton(tr("Choose the file\u2026"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
    choose->setDefault(true); // only now: a button outside of a dialog tells it nothing
    giveTabStops(buttons, m_profile->box());
    usual->setFocus();
}

void ExportDialog::fitScope()
{
    const QByteArray id = m_format->currentData().toByteArray();
    const PaintedFormat *const painted = paintedFormatOf(id);
    const Format *const format = formatOf(painted ? QByteArrayView(painted->svg) : QByteArrayView(id));
    const bool fits = !m_callId.isEmpty() && format && !format->tell;
    if (!fits && m_ofDialog->isChecked())
        (m_devices.isEmpty() ? m_all : m_ofDevices)->setChecked(true);
    m_ofDialog->setEnabled(fits);
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.format = m_format->currentData().toByteArray();
    if (m_ofDevices->isChecked())
        options.devices = m_devices;
    if (m_ofDialog->isChecked())
        options.callIds = {m_callId};
    options.profile = m_profile->profile();
    return options;
}

QString ExportDialog::ending() const
{
    const QByteArray id = m_format->currentData().toByteArray();
    const PaintedFormat *const painted = paintedFormatOf(id);
    return QLatin1String(painted ? painted->ending : formatOf(id)->ending);
}

QString ExportDialog::fileFilter() const
{
    const QByteArray id = m_format->currentData().toByteArray();
    const PaintedFormat *const painted = paintedFormatOf(id);
    return QStringLiteral("%1 (*%2)")
        .arg(QCoreApplication::translate("Format", painted ? painted->files : formatOf(id)->files), ending());
}

} // namespace gb::ui
