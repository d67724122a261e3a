#include "ui/export/previewbox.h"

#include "core/message/deviceid.h"
#include "core/report/words/secretwording.h"
#include "ui/export/exportpreviewer.h"
#include "ui/export/previewdialog.h"
#include "ui/widgets/plainlabel.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace gb::ui {
namespace {

constexpr int rest = 200; // ms

}

PreviewBox::PreviewBox(ExportPreviewer &previewer, std::function<ExportOptions()> wanted, bool isSized, QWidget *parent)
    : QWidget(parent)
    , m_previewer(previewer)
    , m_wanted(std::move(wanted))
    , m_isSized(isSized)
    , m_told(plainLabel())
    , m_changes(new QPushButton(tr("Show &what changes\u2026")))
{
    m_told->setWordWrap(true);
    m_told->setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    m_told->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    m_told->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_changes->setAutoDefault(false);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_told);
    column->addWidget(m_changes, 0, Qt::AlignLeading);
    m_later.setSingleShot(true);
    m_later.setInterval(rest);
    connect(&m_later, &QTimer::timeout, this, [this] {
        const ExportOptions options = m_wanted();
        m_profile = options.profile;
        m_previewer.start(options);
    });
    connect(&previewer, &ExportPreviewer::progress, this, [this](double fraction) {
        m_told->setText(
            tr("Looking at what will be in the file: %1 %").arg(QLocale().toString(100 * fraction, 'f', 0)));
    });
    connect(&previewer, &ExportPreviewer::finished, this, &PreviewBox::show);
    connect(m_changes, &QPushButton::clicked, this, [this] { PreviewDialog(*m_preview, this).exec(); });
    again();
}

void PreviewBox::again()
{
    m_previewer.cancel();
    m_preview.reset();
    m_changes->setEnabled(false);
    m_told->setText(tr("Looking at what will be in the file\u2026"));
    m_later.start();
}

void PreviewBox::show(const ExportPreview &preview)
{
    m_preview = preview;
    m_changes->setEnabled(!preview.changed.isEmpty());
    const ExportResult &result = preview.result;
    if (!result.error.isEmpty())
        return m_told->setText(tr("Nothing can be written: %1").arg(result.error));
    const int count = static_cast<int>(std::min<quint64>(result.messages, std::numeric_limits<int>::max()));
    QStringList lines{tr("%Ln message(s)", nullptr, count)};
    if (m_isSized && preview.octets > 0)
        lines.first() += QStringLiteral(", ") + QLocale().formattedDataSize(preview.octets, 1);
    if (m_profile == Profile::None)
        lines << wording::profileMeaning(m_profile);
    else
        lines << wording::secrets(result.secrets) << wording::identities(m_profile, result.identities);
    if (!result.broken.isEmpty())
        lines << printable(result.broken, 300);
    m_told->setText(lines.join(u'\n'));
}

} // namespace gb::ui
