#pragma once
#include "core/ladder/flowrows.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace gb::ui {

class LadderView;

/// Of messages, which are problems: a bit each, so that a million of them are looked through at once.
class ProblemBits
{
public:
    std::size_t size() const { return m_size; }
    void clear();
    void push(bool problem);
    /// One that became a problem later.
    void set(std::size_t match) { m_words[match / 64] |= quint64{1} << match % 64; }
    /// In [from, to).
    qsizetype count(std::size_t from, std::size_t to) const;

private:
    std::vector<quint64> m_words;
    std::size_t m_size = 0;
};

/**
 * The whole flow as a strip beside the scroll bar: problems, marks and hits of a search where they stand, the message
 * that is chosen, and what of all is in sight. A press or a drag moves the ladder there.
 * Messages are looked at once, in slices; what is painted is put together at most ten times a second, and painted only
 * where it is another picture.
 */
class Minimap final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int breadth = 28;         ///< px
    static constexpr qint64 slice = 4'000'000; ///< ns that messages are looked at between two events

    /// All of them must outlive it.
    Minimap(LadderView &ladder, const FlowRows &rows, const QList<quint64> &hits, QWidget *parent = nullptr);

    enum Sign : quint8 { Problem = 1, Mark = 2, Hit = 4 };
    /// What stands at each pixel below the heading.
    const std::vector<quint8> &signs() const { return m_picture.signs; }
    /// What is in sight, and the row that is chosen (-1: none), in pixels from the top of this.
    QRect sight() const { return m_sight; }
    int current() const { return m_current; }
    /// Where a row stands.
    int yOf(qsizetype row) const;
    QString toolTipAt(int y) const;
    /// All messages were looked at, and the picture is of now.
    bool isSettled() const { return !m_later.isActive() && m_looked == m_rows.matches(); }
    quint64 painted() const { return m_painted; } ///< how often; for tests

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Picture
    {
        std::vector<quint8> signs;
        bool operator==(const Picture &) const = default;
    };
    /// Messages and numbers of some rows.
    struct Part
    {
        quint32 first = 0, behind = 0; ///< matches
        quint64 from = 0, to = 0;      ///< numbers
    };
    int top() const;
    int room() const { return std::max(0, height() - top()); }
    qsizetype span() const;
    qsizetype rowAt(int y) const;
    std::optional<Part> part(qsizetype first, qsizetype behind) const;
    bool hasMark(const Part &part) const;
    bool hasHit(const Part &part) const;
    void lookAt(qsizetype from);
    void look();
    void compose();
    void follow();
    void later();
    void moveTo(int y);
    void paintSigns(QPainter &painter) const;

    LadderView &m_ladder;
    const FlowRows &m_rows;
    const QList<quint64> &m_hits;
    ProblemBits m_problems;
    qsizetype m_looked = 0;  ///< matches
    qsizetype m_missing = 0; ///< of the log's
    Picture m_picture;
    QRect m_sight;
    int m_current = -1;
    int m_grab = 0; ///< px from the top of what is in sight to where it was taken
    QTimer m_later{this};
    quint64 m_painted = 0;
};

} // namespace gb::ui
