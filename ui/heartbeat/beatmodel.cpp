#include "ui/heartbeat/beatmodel.h"

#include "core/report/words/wording.h"
#include "ui/heartbeat/timeaxis.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QLocale>

namespace gb::ui {
namespace {

QString milliseconds(quint32 microseconds)
{
    return QLocale().toString(microseconds / 1e3, 'f', microseconds < 10'000 ? 2 : 1);
}

bool isBad(GapReason reason)
{
    return reason != GapReason::First && reason != GapReason::InTime && reason != GapReason::Early;
}

} // namespace

BeatModel::BeatModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int BeatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int BeatModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void BeatModel::setTruth(std::shared_ptr<const HeartbeatTruth> truth, bool isSame)
{
    const int rows = truth ? static_cast<int>(truth->size()) : 0;
    const qint64 came = truth && m_truth ? static_cast<qint64>(truth->total() - m_truth->total()) : -1;
    if (!isSame || came < 0 || came >= rows) {
        beginResetModel();
        m_truth = std::move(truth);
        m_rows = rows;
        endResetModel();
        return;
    }
    // The oldest go at the foot, the new ones come at the head: what is selected between them stays
    if (const int stay = rows - static_cast<int>(came); stay < m_rows) {
        beginRemoveRows({}, stay, m_rows - 1);
        m_rows = stay;
        endRemoveRows();
    }
    if (came > 0)
        beginInsertRows({}, 0, static_cast<int>(came) - 1);
    m_truth = std::move(truth);
    m_rows = rows;
    if (came > 0)
        endInsertRows();
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void BeatModel::setPolicy(const HeartbeatPolicy &policy)
{
    if (policy == m_policy)
        return;
    m_policy = policy;
    if (rowCount() > 0)
        emit dataChanged(index(0, Reason), index(rowCount() - 1, Reason));
}

/// Only an answer that is waited for changes with the time.
void BeatModel::setNow(TimePoint now)
{
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, Answer), index(0, Answer));
}

QString BeatModel::answerText(const Beat &beat) const
{
    if (beat.status != 0) //: status and delay of an answer: "200 · 0.4 ms"
        return tr("%1 \u00b7 %2 ms").arg(beat.status).arg(milliseconds(beat.answeredAfter));
    return m_now < beat.at + SipTimers().giveUp() ? tr("not yet") : tr("none");
}

QString BeatModel::text(const Beat &beat, qsizetype index, Column column) const
{
    switch (column) {
    case Time: return momentText(beat.at).mid(5); // without the year
    case Gap:
        return beat.has(Beat::Measured)
            ? tr("%1 s").arg(QLocale().toString(static_cast<double>(beat.gapMs) / 1e3, 'f', 1))
            : QString();
    case Reason: return wording::gap(m_truth->gapOf(index, m_policy));
    case Copies: return beat.copies > 1 ? tr("%1 \u00d7").arg(beat.copies) : QString();
    case Answer: return answerText(beat);
    case Sn: return beat.has(Beat::HasSn) ? QString::number(beat.sn) : QString();
    case From: {
        const Endpoint from = m_truth->from(beat);
        return (from.address.isNull() ? QStringLiteral(":%1").arg(beat.port) : from.text())
            + (beat.has(Beat::Tcp) ? QStringLiteral(" TCP") : QString());
    }
    case ColumnCount: break;
    }
    return {};
}

QString BeatModel::toolTip(const Beat &beat, qsizetype index, Column column) const
{
    switch (column) {
    case Time: return momentText(beat.at);
    case Copies:
        if (beat.copies == 1)
            return tr("It was sent once.");
        return tr("It was sent %n times by timer E (RFC 3261 17.1.2.2).", nullptr, beat.copies)
            + (beat.has(Beat::RepeatedUnanswered) ? u' ' + tr("Copies came before we answered.") : QString())
            + (beat.has(Beat::RepeatedAnswered)
                    ? u' ' + tr("Copies came behind our answer: it was lost, or came too late.")
                    : QString())
            + (beat.has(Beat::OffSchedule) ? u' ' + tr("Not all of them came when that timer sends one.") : QString());
    case Answer:
        return beat.status == 0
            ? tr("No final answer to it is in the record; after %1 s the device gives up (timer F).")
                  .arg(std::chrono::floor<std::chrono::seconds>(SipTimers().giveUp()).count())
            : tr("First final answer, and how long after the first copy.");
    default: return text(beat, index, column);
    }
}

QVariant BeatModel::data(const QModelIndex &at, int role) const
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qsizetype index = indexOf(at.row());
    const Beat &beat = m_truth->at(index);
    const auto column = static_cast<Column>(at.column());
    switch (role) {
    case Qt::DisplayRole: return text(beat, index, column);
    case Qt::ToolTipRole: return toolTipText(toolTip(beat, index, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (column == Gap || column == Copies || column == Answer || column == Sn ? Qt::AlignRight : Qt::AlignLeft));
    case NumberRole: return QVariant::fromValue<qulonglong>(beat.number);
    case Qt::ForegroundRole:
        if ((column == Reason && isBad(m_truth->gapOf(index, m_policy).reason))
            || (column == Copies && beat.copies > 1))
            return colours().late;
        if (column == Answer && (beat.status >= 300 || (beat.status == 0 && m_now >= beat.at + SipTimers().giveUp())))
            return colours().failed;
        return {};
    default: return {};
    }
}

QVariant BeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    //: seconds since the heartbeat before
    case Gap: return tr("Gap");
    case Reason: return tr("Reason");
    case Copies: return tr("Copies");
    case Answer: return tr("Our answer");
    case Sn: return tr("SN");
    case From: return tr("From");
    default: return {};
    }
}

void BeatModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace gb::ui
