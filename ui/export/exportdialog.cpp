#include "ui/export/exportdialog.h"

#include "core/message/deviceid.h"
#include "core/report/words/secretwording.h"
#include "ui/export/exportpreviewer.h"
#include "ui/export/painted.h"
#include "ui/export/previewdialog.h"
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
    if (previewer)
        addPreview(form, previewer);
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
    giveTabStops(buttons, m_changes ? static_cast<QWidget *>(m_changes) : m_profile->box());
    QAbstractButton *const usual = m_buttons->button(static_cast<int>(m_scopes.usual));
    usual->setChecked(true);
    usual->setFocus();
}

/// It is asked for once the choice rests: each takes a look at the whole record.
void ExportDialog::addPreview(QFormLayout *form, ExportPreviewer *previewer)
{
    constexpr int rest = 200; // ms
    m_told = plainLabel();
    m_told->setWordWrap(true);
    m_told->setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    m_told->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    m_told->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_changes = new QPushButton(tr("Show &what changes\u2026"));
    m_changes->setAutoDefault(false);
    auto *const place = new QVBoxLayout;
    place->addWidget(m_told);
    place->addWidget(m_changes, 0, Qt::AlignLeading);
    form->addRow(tr("In the file:"), place);
    m_later.setSingleShot(true);
    m_later.setInterval(rest);
    const auto again = [this, previewer] {
        previewer->cancel();
        m_preview.reset();
        m_changes->setEnabled(false);
        m_told->setText(tr("Looking at what will be in the file\u2026"));
        m_later.start();
    };
    for (QComboBox *box : {m_format, m_profile->box()})
        connect(box, &QComboBox::currentIndexChanged, this, again);
    connect(m_buttons, &QButtonGroup::idToggled, this, again);
    connect(&m_later, &QTimer::timeout, this, [this, previewer] { previewer->start(options()); });
    connect(previewer, &ExportPreviewer::progress, this, [this](double fraction) {
        m_told->setText(
            tr("Looking at what will be in the file: %1 %").arg(QLocale().toString(100 * fraction, 'f', 0)));
    });
    connect(previewer, &ExportPreviewer::finished, this, &ExportDialog::showPreview);
    connect(this, &QDialog::finished, previewer, &ExportPreviewer::cancel);
    connect(m_changes, &QPushButton::clicked, this, [this] { PreviewDialog(*m_preview, this).exec(); });
    again();
}

void ExportDialog::showPreview(const ExportPreview &preview)
{
    m_preview = preview;
    m_changes->setEnabled(!preview.changed.isEmpty());
    const ExportResult &result = preview.result;
    if (!result.error.isEmpty())
        return m_told->setText(tr("Nothing can be written: %1").arg(result.error));
    const int count = static_cast<int>(std::min<quint64>(result.messages, std::numeric_limits<int>::max()));
    QStringList lines{tr("%Ln message(s)", nullptr, count)};
    if (preview.octets > 0)
        lines.first() += QStringLiteral(", ") + QLocale().formattedDataSize(preview.octets, 1);
    const Profile profile = m_profile->profile();
    if (profile == Profile::None)
        lines << wording::profileMeaning(profile);
    else
        lines << wording::secrets(result.secrets) << wording::identities(profile, result.identities);
    if (!result.broken.isEmpty())
        lines << printable(result.broken, 300);
    m_told->setText(lines.join(u'\n'));
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
