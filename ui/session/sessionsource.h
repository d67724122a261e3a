#pragma once
#include "core/engine/batch.h"

#include <QObject>

namespace gb::ui {

/// Where a window's messages come from: the engine, or a file. Everything returns at once; what comes of it is told by signals.
class SessionSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Judges by it from now on, and the past as well.
    virtual void setPolicy(const HeartbeatPolicy &policy) = 0;
    /// Answered by messageRead(), with empty octets where they are not to be had.
    virtual void read(quint64 number) = 0;
    /// Brings all that was seen into the file; answered by flushed().
    virtual void flush() = 0;
    /// The capture with all messages; empty where nothing is recorded.
    virtual QString file() const = 0;

signals:
    void batch(gb::BatchPtr batch);
    void messageRead(quint64 number, gb::Datagram datagram);
    void flushed();
    /// Plain words of what went wrong; the detail is the system's.
    void failed(QString text, QString detail);
};

} // namespace gb::ui
