#pragma once
#include "core/devices/heartbeat.h"
#include "ui/widgets/plaindelegate.h"

#include <QIcon>

#include <functional>

namespace gb::ui {

/// Draws the shape of stateShape() in its colour into `box`; by lines, since the glyphs differ in size from font to
/// font.
void paintStateShape(QPainter &painter, const QRectF &box, DeviceState state);
/// The same as an icon for a button; of the scheme at the time of the call.
QIcon stateIcon(DeviceState state, int size, qreal devicePixelRatio);

/// An ID that fits `width` pixels: of 20 digits the last ten stay, type and serial (GB/T 28181-2022 annex E), and what
/// fits of the first.
QString elidedId(const QString &id, const QFontMetrics &metrics, int width);

/// The state: shape in its colour and word, and at the right a mark where a device has a heartbeat setting of its own.
/// Asks the model for StateRole and OwnPolicyRole.
class StateDelegate final : public PlainDelegate
{
    Q_OBJECT
public:
    using PlainDelegate::PlainDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the shape stands in a cell.
    static QRect shapeRect(const QRect &cell, const QFontMetrics &metrics);
    static constexpr int markRoom = 10; ///< pixels at the right, for the mark
};

/// IDs in monospace, elided by elidedId().
class IdDelegate final : public PlainDelegate
{
    Q_OBJECT
public:
    using PlainDelegate::PlainDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// Why a device is in its state: the whole sentence, or the brief one where that is too long, or `hasInterval` says
/// that the interval stands in a column of its own. Asks the model for BriefRole.
class ReasonDelegate : public PlainDelegate
{
    Q_OBJECT
public:
    ReasonDelegate(std::function<bool()> hasInterval, QObject *parent)
        : PlainDelegate(parent)
        , m_hasInterval(std::move(hasInterval))
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    std::function<bool()> m_hasInterval;
};

/// Keeps what the user is typing when the row changes underneath.
class AliasDelegate final : public PlainDelegate
{
    Q_OBJECT
public:
    using PlainDelegate::PlainDelegate;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
};

} // namespace gb::ui
