#pragma once
#include "core/capture/recordplaces.h"
#include "core/session/batch.h"
#include "core/session/wish.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace gb {

/**
 * Where messages come from, and what follows from them: the network, or captures. Works in threads of its own. Wishes
 * go in; batches of news and outcomes of wishes come out, in the thread of this object and in the order in which they
 * came to be.
 */
class Session : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Returns at once. A wish that is none for this kind of session is left.
    virtual void send(Wish wish) = 0;

    virtual bool isLive() const = 0;
    /// The captures that have all messages, in the order in which they were given; empty where nothing is recorded.
    virtual QStringList files() const = 0;
    QString file() const { return files().value(0); }
    /// In which files the texts stand, and where; behind the captures there may be one of our own.
    virtual QStringList textFiles() const { return files(); }
    virtual std::shared_ptr<const RecordPlaces> places() const = 0;
    /// That this session listened with; no export may hold them.
    virtual QList<QByteArray> ownPasswords() const { return {}; }

    /// Calls `handler` with each outcome of this kind, as long as `context` lives.
    template<typename Kind, typename Handler>
    QMetaObject::Connection when(const QObject *context, Handler handler)
    {
        return connect(this, &Session::told, context, [handler = std::move(handler)](const Outcome &outcome) mutable {
            if (const auto *one = std::get_if<Kind>(&outcome))
                handler(*one);
        });
    }

signals:
    void batch(const gb::BatchPtr &batch);
    void told(const gb::Outcome &outcome);
};

/// How what works in a session's thread speaks to the session: may be called in any thread.
struct Outlet
{
    std::function<void(BatchPtr)> batch;
    std::function<void(Outcome)> tell;
};

} // namespace gb
