#include "ui/findings/findingsmodel.h"

#include "core/report/words/findingwords.h"

#include <QDateTime>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>

namespace gb::ui {
namespace {

QString timeText(TimePoint at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count());
    return time.toString(QStringLiteral("HH:mm:ss"));
}

/// Open before over, errors before notes, and what was seen last before what was seen long ago.
bool comesFirst(const Finding &a, const Finding &b)
{
    if (a.over != b.over)
        return b.over;
    if (a.kind().severity != b.kind().severity)
        return a.kind().severity > b.kind().severity;
    return a.first != b.first ? a.first > b.first : a.id > b.id;
}

} // namespace

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &FindingsModel::refreshLater);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : findingColumnCount;
}

const Finding *FindingsModel::at(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return nullptr;
    const auto found = m_all.constFind(m_rows.at(row));
    return found == m_all.constEnd() ? nullptr : &*found;
}

QString FindingsModel::deviceText(const Finding &finding) const
{
    const QString alias = m_aliases.value(finding.device);
    return finding.device.isEmpty() ? QString()
        : alias.isEmpty()           ? finding.device
                                    : QStringLiteral("%1 \u00b7 %2").arg(alias, finding.device.right(7));
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const Finding *const finding = checkIndex(index, CheckIndexOption::IndexIsValid) ? at(index.row()) : nullptr;
    if (!finding)
        return {};
    const auto column = static_cast<FindingColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == FindingColumn::Count ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) { // what a device calls itself is no markup
        const wording::FindingText text = wording::finding(*finding);
        return Qt::convertFromPlainText(
            (finding->device.isEmpty() ? QString() : finding->device + u'\n') + text.title + u'\n' + text.advice);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case FindingColumn::Severity: return finding->over ? tr("over") : wording::severity(finding->kind().severity);
    case FindingColumn::Device: return deviceText(*finding);
    case FindingColumn::Title: return wording::finding(*finding).title;
    case FindingColumn::Rule: return QLatin1String(finding->kind().rule);
    case FindingColumn::Count: return QLocale().toString(finding->count);
    case FindingColumn::First: return timeText(finding->first);
    case FindingColumn::Last: return timeText(finding->last);
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= findingColumnCount || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {
        tr("Kind"), tr("Device"), tr("What is wrong"), tr("Rule"), tr("Seen"), tr("First"), tr("Last")};
    return titles[section];
}

void FindingsModel::apply(const QList<Finding> &findings)
{
    if (findings.isEmpty())
        return;
    for (const Finding &finding : findings)
        m_all.insert(finding.id, finding);
    drop();
    if (m_all.size() <= longList)
        return refresh();
    m_stale = true;
    if (!m_pause.isActive())
        refreshLater();
}

/// At once, and again when the pause is over and there are news.
void FindingsModel::refreshLater()
{
    if (!std::exchange(m_stale, false))
        return;
    refresh();
    m_pause.start();
}

/// The engine's list lets go of what is over when it is full, and does not say which.
void FindingsModel::drop()
{
    if (m_all.size() <= capacity)
        return;
    QList<quint32> over;
    for (const Finding &finding : std::as_const(m_all)) {
        if (finding.over)
            over.append(finding.id);
    }
    std::sort(over.begin(), over.end());
    for (qsizetype i = 0; i < over.size() && m_all.size() > capacity; ++i)
        m_all.remove(over.at(i));
}

bool FindingsModel::isMuted(const Finding &finding) const
{
    const QString rule = QLatin1String(finding.kind().rule);
    return !m_muteSet.isEmpty() && (m_muteSet.contains(rule) || m_muteSet.contains(Mute{rule, finding.device}.text()));
}

QHash<QString, Finding> FindingsModel::worstErrors() const
{
    QHash<QString, Finding> errors;
    for (const Finding &finding : m_all) {
        if (finding.over || finding.device.isEmpty() || finding.kind().severity != Severity::Error || isMuted(finding))
            continue;
        const auto other = errors.constFind(finding.device);
        if (other == errors.constEnd() || finding.code < other->code) // who cannot register needs to hear nothing of
                                                                      // heartbeats
            errors.insert(finding.device, finding);
    }
    return errors;
}

bool FindingsModel::isShown(const Finding &finding) const
{
    return (m_showOver || !finding.over) && (m_showMuted || !isMuted(finding))
        && (m_devices.isEmpty() || m_devices.contains(finding.device));
}

void FindingsModel::refresh()
{
    Counts counts;
    QList<const Finding *> shown;
    for (const Finding &finding : std::as_const(m_all)) {
        int &figure = isMuted(finding)                     ? counts.muted
            : finding.over                                 ? counts.over
            : finding.kind().severity == Severity::Error   ? counts.errors
            : finding.kind().severity == Severity::Warning ? counts.warnings
                                                           : counts.infos;
        ++figure;
        if (isShown(finding))
            shown.append(&finding);
    }
    std::sort(shown.begin(), shown.end(), [](const Finding *a, const Finding *b) { return comesFirst(*a, *b); });
    QList<quint32> rows;
    rows.reserve(shown.size());
    for (const Finding *finding : std::as_const(shown))
        rows.append(finding->id);
    if (rows == m_rows) {
        if (!rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, findingColumnCount - 1));
    } else {
        // The selection stays with its finding
        emit layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &one : before) {
            const qsizetype row = rows.indexOf(m_rows.value(one.row()));
            after.append(row < 0 ? QModelIndex() : createIndex(static_cast<int>(row), one.column()));
        }
        m_rows = rows;
        changePersistentIndexList(before, after);
        emit layoutChanged();
    }
    if (std::exchange(m_counts, counts) != counts)
        emit countsChanged();
}

void FindingsModel::setAliases(const QHash<QString, QString> &aliases)
{
    m_aliases = aliases;
    refresh();
}

void FindingsModel::setMutes(const QStringList &mutes)
{
    m_mutes = mutes;
    m_muteSet = QSet<QString>(mutes.begin(), mutes.end());
    refresh();
}

void FindingsModel::setShowOver(bool show)
{
    m_showOver = show;
    refresh();
}

void FindingsModel::setShowMuted(bool show)
{
    m_showMuted = show;
    refresh();
}

void FindingsModel::setDevices(const QStringList &devices)
{
    m_devices = devices;
    refresh();
}

void FindingsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, findingColumnCount - 1);
    refresh();
    emit countsChanged();
}

} // namespace gb::ui
