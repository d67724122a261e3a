#include "ui/export/exportdialog.h"

#include "ui/export/exportpreviewer.h"
#include "ui/export/painted.h"
#include "ui/export/previewbox.h"
#include "ui/export/profilechoice.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace gb::ui {

ExportDialog::ExportDialog(ExportScopes scopes, ExportPreviewer *previewer, QWidget *parent)
    : QDialog(parent)
    , m_scopes(std::move(scopes))
    , m_buttons(new QButtonGroup(this))
    , m_size(plainLabel({}))
    , m_format(new QComboBox)
    , m_profile(new ProfileChoice)
{
    setWindowTitle(tr("Export"));
    const auto offer = [this](const char *title, const char *id) {
        m_format->addItem(QCoreApplication::translate("Format", title), QByteArray(id));
    };
    for (const Format &format : formats())
        offer(format.title, format.id);
    for (const PaintedFormat &format : paintedFormats())
        offer(format.title, format.id);
    auto *form = new QFormLayout;
    auto *what = new QVBoxLayout;
    for (qsizetype i = 0; i < m_scopes.all.size(); ++i) {
        auto *const button = new QRadioButton(m_scopes.all.at(i).title);
        m_buttons->addButton(button, static_cast<int>(i));
        what->addWidget(button);
    }
    what->addWidget(m_size);
    form->addRow(tr("What:"), what);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Redaction:"), m_profile);
    PreviewBox *preview = nullptr;
    if (previewer) {
        preview = new PreviewBox(
            *previewer, [this] { return options(); }, true);
        form->addRow(tr("In the file:"), preview);
        for (QComboBox *box : {m_format, m_profile->box()})
            connect(box, &QComboBox::currentIndexChanged, preview, &PreviewBox::again);
        connect(m_buttons, &QButtonGroup::idToggled, preview, &PreviewBox::again);
        connect(this, &QDialog::finished, previewer, &ExportPreviewer::cancel);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *choose = buttons->addButton(tr("Choose the file\u2026"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::fitScopes);
    connect(m_buttons, &QButtonGroup::idToggled, this, &ExportDialog::showSize);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
    choose->setDefault(true); // only now: a button outside of a dialog tells it nothing
    giveTabStops(buttons, preview ? static_cast<QWidget *>(preview->button()) : m_profile->last());
    letOnlyConfirmed(choose, m_profile);
    QAbstractButton *const usual = m_buttons->button(static_cast<int>(m_scopes.usual));
    usual->setChecked(true);
    usual->setFocus();
}

const ExportScope &ExportDialog::scope() const
{
    return m_scopes.all.at(std::max(0, m_buttons->checkedId()));
}

void ExportDialog::fitScopes()
{
    const QByteArray id = m_format->currentData().toByteArray();
    const PaintedFormat *const painted = paintedFormatOf(id);
    const Format *const format = formatOf(painted ? QByteArrayView(painted->svg) : QByteArrayView(id));
    const bool ofDevices = format && format->tell;
    if (ofDevices && !scope().isOfDevices()) {
        const auto devices = std::find_if(m_scopes.all.begin(), m_scopes.all.end(),
            [](const ExportScope &one) { return one.kind == ExportScope::Kind::Devices; });
        const qsizetype instead = devices == m_scopes.all.end() ? 0 : devices - m_scopes.all.begin();
        m_buttons->button(static_cast<int>(instead))->setChecked(true);
    }
    for (qsizetype i = 0; i < m_scopes.all.size(); ++i)
        m_buttons->button(static_cast<int>(i))->setEnabled(!ofDevices || m_scopes.all.at(i).isOfDevices());
}

void ExportDialog::showSize()
{
    const ExportScope &one = scope();
    const QString size = QLocale().formattedDataSize(one.octets, 1);
    const int count = static_cast<int>(std::min<qint64>(one.messages, std::numeric_limits<int>::max()));
    m_size->setText(one.more ? tr("More than %Ln message(s), %1 so far", nullptr, count).arg(size)
                             : tr("%Ln message(s), %1 so far", nullptr, count).arg(size));
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.format = m_format->currentData().toByteArray();
    options.devices = scope().devices;
    options.callIds = scope().callIds;
    options.numbers = scope().numbers;
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
