#include "ui/export/reportdialog.h"

#include "ui/export/exportpreviewer.h"
#include "ui/export/previewbox.h"
#include "ui/export/profilechoice.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gb::ui {

ReportDialog::ReportDialog(const QStringList &devices, ExportPreviewer *previewer, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_all(new QRadioButton(tr("&All devices of the session")))
    , m_ofDevices(new QRadioButton(devices.size() == 1
              ? tr("The device %1").arg(devices.constFirst())
              : tr("The %n selected device(s)", nullptr, static_cast<int>(devices.size()))))
    , m_remarks(new QPlainTextEdit)
    , m_format(new QComboBox)
    , m_profile(new ProfileChoice)
{
    setWindowTitle(tr("Report"));
    m_ofDevices->setEnabled(!devices.isEmpty());
    QRadioButton *const usual = devices.isEmpty() ? m_all : m_ofDevices;
    usual->setChecked(true);
    m_remarks->setTabChangesFocus(true);
    m_remarks->setPlaceholderText(tr("What you saw yourself: what was changed, what the camera shows, who was asked"));
    auto *form = new QFormLayout;
    auto *what = new QVBoxLayout;
    for (QRadioButton *button : {m_all, m_ofDevices})
        what->addWidget(button);
    form->addRow(tr("About:"), what);
    QLabel *remarks = plainLabel(tr("&Remarks:"));
    remarks->setBuddy(m_remarks);
    m_remarks->setFixedHeight(5 * fontMetrics().lineSpacing());
    form->addRow(remarks, m_remarks);
    m_format->addItem(tr("Web page \u2013 one file, to read"), false);
    m_format->addItem(tr("Bundle (ZIP) \u2013 page, capture, messages, findings"), true);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("Re&daction:"), m_profile);
    PreviewBox *preview = nullptr;
    if (previewer) { // of its messages: the page shows some of them, the bundle has all
        preview = new PreviewBox(
            *previewer,
            [this] {
                ExportOptions wanted;
                wanted.devices = options().devices;
                wanted.profile = m_profile->profile();
                return wanted;
            },
            false);
        form->addRow(tr("In the file:"), preview);
        connect(m_profile->box(), &QComboBox::currentIndexChanged, preview, &PreviewBox::again);
        connect(m_all, &QRadioButton::toggled, preview, &PreviewBox::again);
        connect(this, &QDialog::finished, previewer, &ExportPreviewer::cancel);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *choose = buttons->addButton(tr("Choose the file\u2026"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
    choose->setDefault(true); // only now: a button outside of a dialog tells it nothing
    giveTabStops(buttons, preview ? static_cast<QWidget *>(preview->button()) : m_profile->last());
    letOnlyConfirmed(choose, m_profile);
    usual->setFocus();
}

ReportOptions ReportDialog::options() const
{
    ReportOptions options;
    if (m_ofDevices->isChecked())
        options.devices = m_devices;
    options.profile = m_profile->profile();
    options.remarks = m_remarks->toPlainText().trimmed();
    return options;
}

bool ReportDialog::wantsBundle() const
{
    return m_format->currentData().toBool();
}

} // namespace gb::ui
