#include "ui/findings/findingsmodel.h"

#include "core/report/words/findingwords.h"
#include "core/report/words/shownclock.h"

#include <QLocale>
#include <QTextDocument>

#include <algorithm>

namespace gb::ui {
namespace {

QString timeText(TimePoint at)
{
    return wording::secondsClock(at);
}

/// Open before over, errors before notes, and what was seen last before what was seen long ago.
bool comesFirst(const Finding &a, const Finding &b)
{
    if (a.over != b.over)
        return b.over;
    if (a.severity() != b.severity())
        return a.severity() > b.severity();
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
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : findingColumnCount;
}

const Finding *FindingsModel::at(int row) const
{
    if (row < 0 || row >= m_lines.size())
        return nullptr;
    const auto found = m_all.constFind(m_lines.at(row).id);
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
    return text(m_lines.at(index.row()), *finding, column);
}

QVariant FindingsModel::text(const FindingLine &line, const Finding &finding, FindingColumn column) const
{
    switch (column) {
    case FindingColumn::Severity: return finding.over ? tr("over") : wording::severity(finding.severity());
    case FindingColumn::Device:
        return line.isGroup() ? tr("%Ln device(s)", nullptr, line.devices) : deviceText(finding);
    case FindingColumn::Title: {
        const QString mark = line.under == 0 ? QString()
            : line.open                      ? QStringLiteral("\u25be ")
                                             : QStringLiteral("\u25b8 ");
        const QString more = line.under > 0 && !line.isGroup()
            ? tr(" \u00b7 %Ln follow(s) from it", nullptr, line.under)
            : QString();
        return QString(QString(4 * line.depth, u' ') + mark + wording::finding(finding).title + more);
    }
    case FindingColumn::Rule: return QLatin1String(finding.kind().rule);
    case FindingColumn::Count: return QLocale().toString(line.count);
    case FindingColumn::First: return timeText(line.first);
    case FindingColumn::Last: return timeText(line.last);
    }
    return {};
}

void FindingsModel::setOpen(int row, bool open)
{
    const FindingLine one = line(row);
    if (one.under == 0 || one.open == open)
        return;
    if (open)
        m_open.insert(one.key);
    else
        m_open.remove(one.key);
    refresh();
}

int FindingsModel::reveal(const QStringList &devices)
{
    const QSet<QString> wanted(devices.begin(), devices.end());
    const QList<const Finding *> all = shown();
    const auto worst = std::find_if(
        all.begin(), all.end(), [&wanted](const Finding *one) { return wanted.contains(one->device); });
    if (worst == all.end())
        return -1;
    return reveal((*worst)->id);
}

int FindingsModel::reveal(quint32 id)
{
    const auto found = m_all.constFind(id);
    if (found == m_all.constEnd() || !isShown(*found))
        return -1;
    if (const QSet<quint64> above = findinglines::above(shown(), id); !m_open.contains(above)) {
        m_open.unite(above);
        refresh();
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines.at(row).id == id && !m_lines.at(row).isGroup())
            return row;
    }
    return -1;
}

const Finding *FindingsModel::rootOf(const Finding &finding) const
{
    const auto root = m_all.constFind(finding.because);
    return finding.because == 0 || root == m_all.constEnd() || finding.over ? nullptr : &*root;
}

QList<const Finding *> FindingsModel::effectsOf(const Finding &finding) const
{
    QList<const Finding *> out;
    for (const Finding &one : m_all) {
        if (one.because == finding.id && one.id != finding.id && !one.over)
            out.append(&one);
    }
    std::sort(out.begin(), out.end(), [](const Finding *a, const Finding *b) { return comesFirst(*a, *b); });
    return out;
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
    for (const Finding &finding : findings) {
        m_all.insert(finding.id, finding);
        m_news.insert(finding.id);
    }
    drop();
    if (m_held) {
        m_stale = true;
        announce(m_lines);
        return count();
    }
    if (m_all.size() <= longList)
        return takeUp();
    m_stale = true;
    if (!m_pause.isActive())
        refreshLater();
}

void FindingsModel::setHeld(bool held)
{
    m_held = held;
    if (!m_pause.isActive())
        refreshLater();
}

/// At once, and again when the pause is over and there are news.
void FindingsModel::refreshLater()
{
    if (m_held || !std::exchange(m_stale, false))
        return;
    takeUp();
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
    if (m_muteSet.isEmpty())
        return false;
    const QString rule = QLatin1String(finding.kind().rule);
    return m_muteSet.contains(rule) || m_muteSet.contains(Mute{rule, finding.device}.text());
}

QHash<QString, Finding> FindingsModel::worstErrors() const
{
    QHash<QString, Finding> errors;
    for (const Finding &finding : m_all) {
        if (finding.over || finding.device.isEmpty() || finding.severity() != Severity::Error || isMuted(finding))
            continue;
        if (const Finding *const root = rootOf(finding); root && root->device == finding.device && !root->over)
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

/// In their order.
QList<const Finding *> FindingsModel::shown() const
{
    QList<const Finding *> out;
    for (const Finding &finding : m_all) {
        if (isShown(finding))
            out.append(&finding);
    }
    std::sort(out.begin(), out.end(), [](const Finding *a, const Finding *b) { return comesFirst(*a, *b); });
    return out;
}

void FindingsModel::count()
{
    Counts counts;
    for (const Finding &finding : std::as_const(m_all)) {
        const Finding *const root = rootOf(finding);
        if (root && !root->over && !isMuted(*root) && !isMuted(finding))
            continue;
        int &figure = isMuted(finding)                ? counts.muted
            : finding.over                            ? counts.over
            : finding.severity() == Severity::Error   ? counts.errors
            : finding.severity() == Severity::Warning ? counts.warnings
                                                      : counts.infos;
        ++figure;
    }
    if (std::exchange(m_counts, counts) != counts)
        emit countsChanged();
}

/// What is only seen again has other figures, and no other words.
void FindingsModel::announce(const QList<FindingLine> &before)
{
    for (int row = 0; row < rowCount(); ++row) {
        const FindingLine &line = m_lines.at(row);
        FindingLine was = before.at(row);
        const bool figures = was != line;
        was.count = line.count;
        was.first = line.first;
        was.last = line.last;
        const bool whole = was != line || m_news.contains(line.id);
        if (whole || figures)
            emit dataChanged(
                index(row, whole ? 0 : static_cast<int>(FindingColumn::Count)), index(row, findingColumnCount - 1));
    }
    m_news.clear();
}

/// Something that all lines depend on is another.
void FindingsModel::refresh()
{
    takeUp();
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, findingColumnCount - 1));
}

void FindingsModel::takeUp()
{
    const QList<FindingLine> lines = findinglines::arrange(shown(), m_open);
    const bool same = std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
        [](const FindingLine &a, const FindingLine &b) { return a.key == b.key; });
    if (same) {
        announce(std::exchange(m_lines, lines));
    } else {
        // The selection stays with its finding
        emit layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &one : before) {
            const FindingLine was = m_lines.value(one.row());
            auto at = std::find_if(
                lines.begin(), lines.end(), [&was](const FindingLine &line) { return line.key == was.key; });
            if (at == lines.end()) // by now it is among many
                at = std::find_if(
                    lines.begin(), lines.end(), [&was](const FindingLine &line) { return line.id == was.id; });
            after.append(
                at == lines.end() ? QModelIndex() : createIndex(static_cast<int>(at - lines.begin()), one.column()));
        }
        m_lines = lines;
        m_news.clear();
        changePersistentIndexList(before, after);
        emit layoutChanged();
    }
    count();
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
