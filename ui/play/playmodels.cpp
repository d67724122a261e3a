#include "ui/play/playmodels.h"

#include "core/report/words/askwording.h"
#include "core/report/words/medianumbers.h"
#include "core/report/words/mediawording.h"
#include "core/report/words/shownclock.h"
#include "ui/play/playmessages.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QFontMetrics>

namespace gb::ui {
namespace {

/// Colour is never alone.
QString mark(LinkState state)
{
    switch (state) {
    case LinkState::Ok: return QStringLiteral("\u25cf ");
    case LinkState::Warned: return QStringLiteral("\u25d0 ");
    case LinkState::Broken: return QStringLiteral("\u2715 ");
    case LinkState::Unknown: return QStringLiteral("? ");
    case LinkState::None: return QStringLiteral("\u2013 ");
    case LinkState::NotYet: break;
    }
    return QStringLiteral("\u25cb ");
}

QColor colourOf(LinkState state)
{
    switch (state) {
    case LinkState::Ok: return colours().online;
    case LinkState::Warned: return colours().late;
    case LinkState::Broken: return colours().failed;
    case LinkState::Unknown:
    case LinkState::None:
    case LinkState::NotYet: break;
    }
    return colours().offline;
}

} // namespace

void PlayChain::show(const PlaySeen *seen)
{
    m_media = seen ? seen->report->media : MediaReport();
    m_running = !seen || seen->running;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

void PlayChain::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

int PlayChain::stateWidth(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics plain(font), strong(bold);
    int most = 0;
    for (const LinkState state :
        {LinkState::NotYet, LinkState::Ok, LinkState::Warned, LinkState::Broken, LinkState::Unknown, LinkState::None})
        most = std::max(most, plain.horizontalAdvance(mark(state) + wording::linkState(state)));
    const QString first = mark(LinkState::Broken) + wording::linkState(LinkState::Broken);
    return std::max(most, strong.horizontalAdvance(tr("%1, the first one").arg(first))) + plain.height();
}

int PlayChain::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(MediaLink::Count);
}

int PlayChain::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

/// What is over decides nothing any more.
LinkState PlayChain::stateOf(MediaLink link) const
{
    const LinkState state = m_media.link(link).state;
    return !m_running && state == LinkState::NotYet ? LinkState::Unknown : state;
}

QString PlayChain::text(MediaLink link, int column) const
{
    const LinkProof &proof = m_media.link(link);
    const LinkState state = stateOf(link);
    switch (column) {
    case Link: return wording::mediaLink(link);
    case State: {
        const QString said = mark(state) + wording::linkState(state);
        return m_media.firstBroken == link ? tr("%1, the first one").arg(said) : said;
    }
    case After: {
        const bool decided = proof.at && m_media.events.offered && *proof.at >= *m_media.events.offered;
        return decided ? wording::shortTime(*proof.at - *m_media.events.offered) : QString();
    }
    default: break;
    }
    if (state == LinkState::None)
        return {};
    const QString proved = wording::linkProof(m_media, link);
    return proof.packet == 0 ? proved
                             : (proved.isEmpty() ? tr("packet %1") : proved + tr("; packet %1")).arg(proof.packet);
}

QString PlayChain::tip(MediaLink link, int column) const
{
    const LinkProof &proof = m_media.link(link);
    if (column == After)
        return proof.at ? wording::exactClock(*proof.at) : QString();
    QStringList lines{text(link, column)};
    for (const MediaFinding &one : m_media.findings) {
        if (proof.cause == one.cause && column != Link)
            lines << wording::mediaCause(one).title;
    }
    if (ui::messageOf(link) != PlayMessage::None)
        lines << tr("Enter shows its message");
    return lines.join(u'\n');
}

QVariant PlayChain::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MediaLink link = linkAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(link, index.column());
    case Qt::ToolTipRole: return toolTipText(tip(link, index.column()));
    case Qt::ForegroundRole: return index.column() == State ? QVariant(colourOf(stateOf(link))) : QVariant();
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return m_media.firstBroken == link && index.column() <= State ? QVariant(bold) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == After ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant PlayChain::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == After ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == After)
        return toolTipText(tr("Time since the INVITE"));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Link: return tr("Link");
    case State: return tr("State");
    case After: return tr("After");
    case Proof: return tr("Proof");
    default: return {};
    }
}

QList<PlayNumbers::Row> PlayNumbers::rows() const
{
    QList<Row> all;
    for (const wording::MediaNumber &one : wording::mediaNumbers(m_media))
        all.append({one.name, one.value, one.meaning});
    return all;
}

void PlayNumbers::show(const PlaySeen *seen)
{
    m_media = seen ? seen->report->media : MediaReport();
    const QList<Row> now = rows();
    if (now.size() != m_rows.size()) {
        beginResetModel();
        m_rows = now;
        endResetModel();
        return;
    }
    for (int row = 0; row < now.size(); ++row) {
        if (std::exchange(m_rows[row], now[row]) != now[row])
            emit dataChanged(index(row, 0), index(row, 1));
    }
}

void PlayNumbers::retranslate()
{
    m_rows = rows();
    emit headerDataChanged(Qt::Horizontal, 0, 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, 1));
}

int PlayNumbers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlayNumbers::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant PlayNumbers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? row.name : row.value;
    case Qt::ToolTipRole: return toolTipText(row.value + u'\n' + row.meaning);
    default: return {};
    }
}

QVariant PlayNumbers::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    return role == Qt::DisplayRole ? QVariant(section == 0 ? tr("Number") : tr("Value")) : QVariant();
}

QString tableText(const QAbstractItemModel &model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        all += cells.join(u'\t') + u'\n';
    }
    return all;
}

} // namespace gb::ui
