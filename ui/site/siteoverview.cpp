#include "ui/site/siteoverview.h"

#include "core/report/words/wording.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/devices/statedelegate.h"
#include "ui/findings/findingsmodel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTextLayout>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

/// A reason stands alone here, as the title of a finding does.
QString begun(QString reason)
{
    if (!reason.isEmpty())
        reason[0] = reason[0].toUpper();
    return reason;
}

} // namespace

OverviewCanvas::OverviewCanvas(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(480, 270);
}

void OverviewCanvas::show(const SiteSummary &summary)
{
    m_summary = summary;
    update();
    QStringList words{tr("%1 online").arg(figure())}; // for who hears it instead
    for (const Trouble &one : summary.troubles.mid(0, 20))
        words.append(one.name + u' ' + one.why);
    setAccessibleDescription(words.join(u'\n'));
}

QString OverviewCanvas::figure() const
{
    const QLocale locale;
    return tr("%1 of %2").arg(locale.toString(m_summary.online), locale.toString(m_summary.devices));
}

int OverviewCanvas::unit() const
{
    return std::max(12, std::min(height() / 15, width() / 26));
}

int OverviewCanvas::lines() const
{
    return std::max(1, troubleRoom().height() / lineHeight());
}

void OverviewCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    const QRect troubles = troubleRoom();
    paintFigures(painter, QRect(troubles.left(), unit() / 2, troubles.width(), 5 * unit()));
    paintTroubles(painter, troubles);
}

QRect OverviewCanvas::troubleRoom() const
{
    return rect().adjusted(unit(), unit() / 2 + 5 * unit(), -unit(), -unit() / 2);
}

void OverviewCanvas::paintFigures(QPainter &painter, const QRect &room) const
{
    QFont large = font();
    large.setPixelSize(room.height() * 3 / 5);
    large.setBold(true);
    if (const int width = QFontMetrics(large).horizontalAdvance(figure()), most = room.width() * 3 / 5; width > most)
        large.setPixelSize(std::max(1, large.pixelSize() * most / width)); // the words beside it are not cut
    painter.setFont(large);
    painter.setPen(m_summary.allWell() ? colours().online : palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, figure());
    const int left = room.left() + QFontMetrics(large).horizontalAdvance(figure()) + unit();

    QFont small = font();
    small.setPixelSize(unit());
    painter.setFont(small);
    const QFontMetrics metrics(small);
    painter.setPen(palette().color(QPalette::Text));
    const QRect side(left, room.top(), room.right() - left, room.height());
    painter.drawText(side.adjusted(0, room.height() / 5, 0, 0), Qt::AlignLeft | Qt::AlignTop,
        m_summary.devices == 0 ? tr("No device yet.") : tr("online"));
    const std::pair<DeviceState, int> rest[] = {{DeviceState::AuthFailed, m_summary.failed},
        {DeviceState::Offline, m_summary.offline}, {DeviceState::Late, m_summary.late},
        {DeviceState::NeverSeen, m_summary.missing}};
    const QString words[] = {tr("refused"), tr("offline"), tr("late"), tr("missing")};
    int at = left;
    const int line = room.top() + room.height() * 3 / 5;
    for (std::size_t i = 0; i < std::size(rest); ++i) {
        if (rest[i].second == 0)
            continue;
        const QString text = QStringLiteral("%1 %2").arg(QLocale().toString(rest[i].second), words[i]);
        if (at + unit() * 3 / 2 + metrics.horizontalAdvance(text) > room.right())
            break;
        paintStateShape(painter, QRectF(at, line, unit(), unit()), rest[i].first);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(at + unit() * 3 / 2, line - unit() / 4, room.width(), unit() * 3 / 2),
            Qt::AlignLeft | Qt::AlignVCenter, text);
        at += unit() * 3 + metrics.horizontalAdvance(text);
    }
}

/// As wide as the longest needs, and half of the room at most. IDs shrink to type and serial number before a reason
/// takes a second line.
int OverviewCanvas::nameWidth(const QFontMetrics &metrics, int room) const
{
    int width = 0, least = 0, why = 0;
    for (const Trouble &one : m_summary.troubles.mid(0, lines())) {
        const int name = metrics.horizontalAdvance(one.name) + 1;
        const bool isId = one.name == one.id && one.id.size() == 20;
        width = std::max(width, name);
        least = std::max(least, isId ? metrics.horizontalAdvance(u'\u2026' + one.id.right(10)) + 1 : name);
        why = std::max(why, metrics.horizontalAdvance(begun(one.brief.isEmpty() ? one.why : one.brief)));
    }
    return std::min({width, room / 2, std::max(least, room - unit() * 5 / 2 - why)});
}

void OverviewCanvas::paintTroubles(QPainter &painter, const QRect &room) const
{
    QFont text = font();
    text.setPixelSize(unit());
    painter.setFont(text);
    if (m_summary.allWell()) {
        painter.setPen(colours().online);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, tr("All devices are online; no problems."));
        return;
    }
    const QFontMetrics metrics(text);
    const int name = nameWidth(metrics, room.width()), left = room.left() + unit() * 5 / 2 + name;
    int top = room.top();
    qsizetype shown = 0;
    for (; shown < m_summary.troubles.size(); ++shown) {
        const Trouble &one = m_summary.troubles.at(shown);
        QString why = begun(one.why);
        if (!one.brief.isEmpty() && metrics.horizontalAdvance(why) > room.right() - left)
            why = begun(one.brief);
        const bool wraps = metrics.horizontalAdvance(why) > room.right() - left;
        const int height = wraps ? lineHeight() + metrics.lineSpacing() : lineHeight();
        const bool last = shown + 1 == m_summary.troubles.size();
        if (top + height + (last ? 0 : lineHeight()) > room.bottom() + 1)
            break; // a line is kept for how many more there are
        paintTrouble(painter, one, why, QRect(room.left(), top, room.width(), height), name);
        top += height;
    }
    if (shown == m_summary.troubles.size())
        return;
    painter.setPen(colours().muted);
    painter.drawText(QRect(room.left() + unit() * 3 / 2, top, room.width(), lineHeight()),
        Qt::AlignLeft | Qt::AlignVCenter,
        tr("and %Ln more", nullptr, static_cast<int>(m_summary.troubles.size() - shown)));
}

/// The reason takes a second line before it is cut.
void OverviewCanvas::paintTrouble(
    QPainter &painter, const Trouble &trouble, const QString &why, const QRect &row, int name) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect line(row.left(), row.top(), row.width(), lineHeight());
    paintStateShape(painter, QRectF(line.left(), line.center().y() - unit() / 2.0, unit(), unit()), trouble.state);
    painter.setPen(palette().color(QPalette::Text));
    const QRect nameRoom(line.left() + unit() * 3 / 2, line.top(), name, line.height());
    painter.drawText(nameRoom, Qt::AlignLeft | Qt::AlignVCenter,
        trouble.name == trouble.id ? elidedId(trouble.id, metrics, name)
                                   : metrics.elidedText(trouble.name, Qt::ElideRight, name));
    QRect room(nameRoom.right() + unit(), row.top(), row.right() - nameRoom.right() - unit(), row.height());
    const bool wraps = row.height() > line.height();
    if (wraps)
        room.adjust(0, (lineHeight() - metrics.lineSpacing()) / 2, 0, 0);
    painter.drawText(room, wraps ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter,
        wraps ? twoLines(why, painter.font(), room.width()).join(u'\n') : why);
}

QStringList twoLines(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(width);
    layout.endLayout();
    const qsizetype size = first.isValid() ? first.textLength() : 0;
    if (size >= text.size())
        return {text};
    return {text.left(size).trimmed(), QFontMetrics(font).elidedText(text.mid(size).trimmed(), Qt::ElideRight, width)};
}

SiteOverview::SiteOverview(const DeviceTableModel &devices, const FindingsModel &findings, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_devices(devices)
    , m_findings(findings)
    , m_canvas(new OverviewCanvas)
    , m_sound(new QCheckBox)
    , m_notice(new QCheckBox)
    , m_full(new QPushButton)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 4, 12, 8);
    line->addWidget(m_sound);
    line->addWidget(m_notice);
    line->addStretch(1);
    line->addWidget(m_full);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addLayout(line);
    resize(1024, 600);
    for (QCheckBox *box : {m_sound, m_notice})
        connect(box, &QCheckBox::clicked, this,
            [this] { emit tellingChanged(m_sound->isChecked(), m_notice->isChecked()); });
    connect(m_full, &QPushButton::clicked, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    retranslate();
}

SiteOverview::~SiteOverview() = default;

void SiteOverview::setTelling(bool sound, bool notice)
{
    m_sound->setChecked(sound);
    m_notice->setChecked(notice);
}

void SiteOverview::refresh(TimePoint now)
{
    m_now = now;
    if (!isVisible() && !m_sound->isChecked() && !m_notice->isChecked())
        return;
    const SiteSummary summary = summarise(m_devices, m_findings, now);
    tell(changesBetween(m_last, summary, noticeLines));
    m_last = summary;
    m_canvas->show(summary);
}

void SiteOverview::tell(const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    emit told(lines);
    if (m_sound->isChecked())
        QApplication::beep();
    if (!m_notice->isChecked() || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        m_tray->show();
    }
    m_tray->showMessage(QStringLiteral("gbscope"), lines.join(u'\n'));
}

void SiteOverview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        showNormal();
    else if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_F11)
        m_full->click();
    else
        QWidget::keyPressEvent(event);
}

void SiteOverview::retranslate()
{
    setWindowTitle(tr("Site overview \u2013 gbscope"));
    m_canvas->setAccessibleName(tr("Who is in trouble"));
    m_sound->setText(tr("&Sound when something changes"));
    m_notice->setText(tr("&Notice when something changes"));
    m_full->setText(tr("&Full screen (F11)"));
}

void SiteOverview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh(m_now);
    }
    QWidget::changeEvent(event);
}

} // namespace gb::ui
