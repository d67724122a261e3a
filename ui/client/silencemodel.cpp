#include "ui/client/silencemodel.h"

#include "core/report/words/wording.h"
#include "ui/widgets/theme.h"

#include <QTextDocument>

#include <algorithm>

namespace gb::ui {
namespace {

int rank(SilenceTest::State state)
{
    switch (state) {
    case SilenceTest::State::Unnoticed: return 0;
    case SilenceTest::State::Stopped: return 1;
    case SilenceTest::State::TooShort: return 2;
    case SilenceTest::State::Due: return 3;
    case SilenceTest::State::Registered: break;
    }
    return 4;
}

QColor colourOf(SilenceTest::State state)
{
    switch (state) {
    case SilenceTest::State::Unnoticed: return colours().failed;
    case SilenceTest::State::Due: return colours().late;
    case SilenceTest::State::Registered: return colours().online;
    case SilenceTest::State::Stopped:
    case SilenceTest::State::TooShort: break;
    }
    return colours().offline;
}

} // namespace

QVariant SilenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SilenceTest::Result &row = m_rows.at(index.row());
    const auto column = static_cast<SilenceColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(column == SilenceColumn::Device ? row.device : text(row, column));
    case Qt::ForegroundRole: return column == SilenceColumn::Verdict ? QVariant(colourOf(row.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (column == SilenceColumn::Device || column == SilenceColumn::Verdict ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QString SilenceModel::text(const SilenceTest::Result &result, SilenceColumn column) const
{
    const bool due = result.state == SilenceTest::State::Due;
    switch (column) {
    case SilenceColumn::Device: {
        const QString name = m_names.value(result.device);
        return name.isEmpty() ? result.device : QStringLiteral("%1 \u00b7 %2").arg(name, result.device.right(7));
    }
    case SilenceColumn::Verdict:
        switch (result.state) {
        case SilenceTest::State::Due:
            return QStringLiteral("\u25d0 ")
                + (result.sinceAnswer < result.expected
                        ? tr("not due yet")
                        : tr("due: %1 left").arg(wording::span(result.latest - result.sinceAnswer)));
        case SilenceTest::State::Registered: return QStringLiteral("\u25cf ") + tr("passed: re-registered");
        case SilenceTest::State::Unnoticed: return QStringLiteral("\u2715 ") + tr("failed: no new REGISTER");
        case SilenceTest::State::Stopped: return QStringLiteral("\u25cb ") + tr("stopped sending");
        case SilenceTest::State::TooShort: return QStringLiteral("\u25cb ") + tr("too short for a result");
        }
        break;
    case SilenceColumn::Unanswered: return QString::number(result.unanswered);
    case SilenceColumn::SinceAnswer: return wording::span(result.sinceAnswer);
    case SilenceColumn::Allowed:
        return due && result.sinceAnswer < result.expected
            ? tr("%1 to %2").arg(wording::span(result.expected), wording::span(result.latest))
            : wording::span(result.latest);
    case SilenceColumn::Back:
        return !result.back                          ? QStringLiteral("\u2013")
            : *result.back < std::chrono::seconds(1) ? tr("immediately")
                                                     : tr("after %1").arg(wording::span(*result.back));
    }
    return {};
}

QVariant SilenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<SilenceColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
            | (column == SilenceColumn::Device || column == SilenceColumn::Verdict ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (column) {
    case SilenceColumn::Device: return tr("Device");
    case SilenceColumn::Verdict: return tr("Result");
    case SilenceColumn::Unanswered:
        return tip ? tr("Consecutive heartbeats without an answer; counted up to the new registration")
                   : tr("Unanswered");
    case SilenceColumn::SinceAnswer:
        return tip ? tr("Time since the last answer; counted up to the new registration") : tr("Since answer");
    case SilenceColumn::Allowed:
        return tip
            ? tr("From when a new REGISTER is expected, and when it must have come, counted from the last answer")
            : tr("Allowed");
    case SilenceColumn::Back: return tip ? tr("First answer to it after the test") : tr("Answered again");
    }
    return {};
}

void SilenceModel::setResults(QList<SilenceTest::Result> results)
{
    std::stable_sort(
        results.begin(), results.end(), [](const auto &a, const auto &b) { return rank(a.state) < rank(b.state); });
    const bool same = std::equal(results.begin(), results.end(), m_rows.begin(), m_rows.end(),
        [](const auto &a, const auto &b) { return a.device == b.device; });
    if (!same)
        beginResetModel();
    m_rows = std::move(results);
    if (!same)
        endResetModel();
    else if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, silenceColumnCount - 1));
}

void SilenceModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, silenceColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, silenceColumnCount - 1));
}

} // namespace gb::ui
