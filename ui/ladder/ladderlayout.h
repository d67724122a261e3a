#pragma once
#include "core/ladder/flowrows.h"
#include "ui/ladder/density.h"

#include <QHash>
#include <QRect>

namespace gb::ui {

/// A party of the ladder, as the roster knows it: gbscope, a device at an address, a host of plain SIP, or an endpoint
/// of which nothing else is known.
struct LadderParty
{
    QList<quint32> endpoints; ///< of the log
    QString title, detail;
    QString id;      ///< of the device or platform, where it is another text than the title
    QString because; ///< why it has its role
    Role role = Role::Unknown;
    quint8 level = 0;
    bool server = false; ///< stands at the right
};

/// Who stands in the ladder.
struct LadderParties
{
    static constexpr qsizetype maxLanes = 24;

    QList<LadderParty> all; ///< who is below stands left; else in order of appearance
    qsizetype devices = 0;  ///< that have messages here
    QString device;         ///< the ID, where it is one
};

/// What the user calls devices, by ID.
using DeviceNames = QHash<QString, QString>;

LadderParties ladderParties(const FlowRows &rows, const DeviceNames &names = {});

/// Sizes in device independent pixels.
struct LadderMetrics
{
    int width = 0;   ///< of the pane
    int line = 0;    ///< height of a line of text
    int digit = 0;   ///< widest digit
    int idDigit = 0; ///< of the font of IDs
    int clock = 12;  ///< digits of a time
    int value = 0;   ///< digits of a value that each row shows; 0: none
    Density density = Density::Normal;
};

struct Lane
{
    QString title, detail;
    QString id;      ///< where the title is a name
    QString because; ///< of its role; empty where nobody knows
    Role role = Role::Unknown;
    int x = 0;
    bool server = false;
};

/**
 * Where everything stands: time, delta, device and lanes from left to right, rows of one height from the top.
 * Each party has a lane, who is below stands left. Where the pane is too narrow for them the devices share a lane, and
 * each row names its device; then the platforms share one, too. Hosts of plain SIP stand as near as they must. In a
 * narrow pane the delta goes first, then the device's ID is shortened, then it goes, too. A lane never stands outside
 * the pane as long as that has room for a time and 8 px more.
 */
class LadderLayout
{
public:
    static constexpr int narrow = 420; ///< px: below there is no delta column

    LadderLayout() = default;
    LadderLayout(const LadderParties &parties, const LadderMetrics &metrics);

    int rowHeight() const { return m_rowHeight; }
    /// Of the part of a row that has the arrow with its words, from its top; in an overview the room that words would
    /// need.
    int arrowHeight() const { return m_arrowHeight; }
    Density density() const { return m_density; }
    int headerHeight() const { return m_headerHeight; }
    bool twoLineHeading() const { return m_twoLines; }
    int gutterWidth() const { return m_gutter; }
    int timeX() const { return m_gutter; }
    int timeWidth() const { return m_timeWidth; }
    int deltaX() const { return m_deltaX; }
    int deltaWidth() const { return m_deltaWidth; } ///< 0: not shown
    int deviceX() const { return m_deviceX; }
    int deviceWidth() const { return m_deviceWidth; } ///< 0: rows do not name their device
    bool tinyIds() const { return m_tinyIds; }
    int valueX() const { return m_lanesX - m_valueWidth; }
    int valueWidth() const { return m_valueWidth; } ///< 0: rows show no value
    int lanesX() const { return m_lanesX; }         ///< where folds and gaps are written from
    const QList<Lane> &lanes() const { return m_lanes; }
    /// Left and right end of the room for a lane's heading.
    std::pair<int, int> headingSpan(qsizetype lane, int width) const;

    struct Arrow
    {
        qsizetype from = 0, to = 0; ///< lanes; the same one for a message that stays on its side
    };
    Arrow arrow(const MessageLog &log, const LogEntry &entry) const;

private:
    void mergeParties(LadderParties &parties, bool server);
    void placeColumns(const LadderParties &parties, const LadderMetrics &metrics);
    void placeLanes(const LadderParties &parties, const LadderMetrics &metrics);
    int stepOf(qsizetype gaps, const LadderMetrics &metrics) const;
    qsizetype laneOf(const MessageLog &log, quint32 endpoint) const;

    Density m_density = Density::Normal;
    int m_rowHeight = 0, m_arrowHeight = 0, m_headerHeight = 0, m_gutter = 0, m_timeWidth = 0;
    int m_deltaX = 0, m_deltaWidth = 0, m_deviceX = 0, m_deviceWidth = 0, m_lanesX = 0, m_valueWidth = 0;
    bool m_tinyIds = false;
    bool m_merged = false; ///< devices share a lane
    bool m_twoLines = false;
    QList<Lane> m_lanes;
    QHash<quint32, qsizetype> m_laneOf; ///< of the endpoints that have one of their own
};

} // namespace gb::ui
