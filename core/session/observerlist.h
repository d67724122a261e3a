#pragma once
#include "core/record/note.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

#include <optional>

namespace gb {

/**
 * Observers in the order in which they hear of an entry. Each is a class with a constructor that takes the Fold, and
 * with those of these functions that it needs:
 *
 *     void observe(Trace &trace);                      // a message
 *     void note(const JournalNote &note);              // what happened here and is no message
 *     void advance(TimePoint now);                     // time passed
 *     std::optional<TimePoint> nextDeadline() const;   // when it wants advance(), as far as is known now
 *     bool hasNews() const;
 *     void report(Batch &batch, qsizetype devices);    // what is new since it was last asked
 *     void lookFarAhead(const Trace &trace) const;     // memory that observe() will need, in the order of these three
 *     std::optional<quint32> lookAhead(const Trace &trace) const; // the same; place of the message's device
 *     void lookNearAhead(quint32 place) const;
 *
 * The calls are resolved when this is compiled: a message passes all observers in a microsecond.
 */
template<typename... Observers>
class ObserverList : private Observers...
{
public:
    explicit ObserverList(Fold &fold)
        : Observers(fold)...
    {
    }

    void observe(Trace &trace)
    {
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.observe(trace); })
                o.observe(trace);
        }),
            ...);
    }
    void note(const JournalNote &note)
    {
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.note(note); })
                o.note(note);
        }),
            ...);
    }
    void advance(TimePoint now)
    {
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.advance(now); })
                o.advance(now);
        }),
            ...);
    }
    std::optional<TimePoint> nextDeadline()
    {
        std::optional<TimePoint> first;
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.nextDeadline(); }) {
                const std::optional<TimePoint> next = o.nextDeadline();
                if (next && (!first || *next < *first))
                    first = next;
            }
        }),
            ...);
        return first;
    }
    bool hasNews()
    {
        bool any = false;
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.hasNews(); })
                any = any || o.hasNews();
        }),
            ...);
        return any;
    }
    void report(Batch &batch, qsizetype devices)
    {
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.report(batch, devices); })
                o.report(batch, devices);
        }),
            ...);
    }
    void lookFarAhead(const Trace &trace)
    {
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.lookFarAhead(trace); })
                o.lookFarAhead(trace);
        }),
            ...);
    }
    std::optional<quint32> lookAhead(const Trace &trace)
    {
        std::optional<quint32> place;
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.lookAhead(trace); })
                place = o.lookAhead(trace);
        }),
            ...);
        return place;
    }
    void lookNearAhead(quint32 place)
    {
        (one<Observers>([&](auto &o) {
            if constexpr (requires { o.lookNearAhead(place); })
                o.lookNearAhead(place);
        }),
            ...);
    }
    template<typename Observer>
    Observer &get()
    {
        return *this;
    }
    template<typename Observer>
    const Observer &get() const
    {
        return *this;
    }

private:
    template<typename Observer, typename Function>
    void one(const Function &function)
    {
        function(static_cast<Observer &>(*this));
    }
};

} // namespace gb
