#pragma once
#include "core/session/batch.h"

#include <QObject>

class QWidget;

namespace gb::ui {

class Desk;

/**
 * A feature as the window knows it: something to look at, commands, or both. Each feature folder has one or more, and
 * `ui/workspace/panes.cpp` lists them. Panes speak to each other by the desk's Focus, not directly.
 */
class Pane : public QObject
{
    Q_OBJECT
public:
    /// Where its widget stands.
    enum class Place : quint8 {
        Nowhere, ///< it has none, or windows of its own
        Page,    ///< in the middle, one page at a time
        Left,
        Right,
        Bottom,
        Tool,  ///< in the tool bar
        Banner ///< in a line of its own under the tool bar, while it wants to be seen
    };

    /// `id` names it in settings and commands. `rank`: its place in the tool bar, as that of a command.
    Pane(Desk &desk, const char *id, Place place = Place::Nowhere, int rank = 0)
        : m_desk(desk)
        , m_id(QLatin1String(id))
        , m_place(place)
        , m_rank(rank)
    {
    }

    const QString &id() const { return m_id; }
    Place place() const { return m_place; }
    int rank() const { return m_rank; }

    /// In the user's language, of a pane that has a title.
    virtual QString title() const { return {}; }
    /// Makes its widget, which the window owns, and shares its models. Called once, in the order of the list.
    virtual QWidget *make() { return nullptr; }
    /// Adds its commands and connects itself; all panes are made.
    virtual void start() { }
    /// Takes the news of the session. Nothing else is so frequent: 25 times a second.
    virtual void takes(const Batch &) { }
    /// Once a second while the window can be seen and time passes in the session.
    virtual void tick(TimePoint) { }
    /// Once a second in any case, for what stands outside of the window. `now` may be unknown: TimePoint().
    virtual void second(TimePoint) { }
    /// After a change of language, and once at the start. Widgets get an event of their own.
    virtual void retranslate() { }
    /// Its part of the layout.
    virtual void restore() { }
    virtual void save() { }
    /// A page that needs its whole height, at the cost of the panes below.
    virtual bool isTall() const { return false; }

signals:
    void retitled();
    /// Of a banner.
    void wantsToBeSeen(bool wants);

protected:
    Desk &m_desk;

private:
    QString m_id;
    Place m_place;
    int m_rank;
};

} // namespace gb::ui
