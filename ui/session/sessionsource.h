#pragma once
#include "core/capture/recordplaces.h"
#include "core/session/batch.h"

#include <QObject>
#include <QStringList>

namespace gb::ui {

/// Where a window's messages come from: the engine, or a file. Everything returns at once; what comes of it is told by
/// signals.
class SessionSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Judges by it from now on, and the past as well.
    virtual void setPolicy(const HeartbeatPolicy &policy) = 0;
    /// The same for these devices alone; nobody else has a policy of its own any more.
    virtual void setOverrides(const HeartbeatOverrides &overrides) = 0;
    /// The beats of this device come with the next batch and whenever they change; of none, where it is empty.
    virtual void watch(const QString &device) = 0;
    /// What refused devices are compared with, from now on, and those of the past as well.
    virtual void setKnownPasswords(const QList<QByteArray> &passwords) = 0;
    /// That this session listened with; no export may hold them.
    virtual QList<QByteArray> ownPasswords() const { return {}; }
    /// Devices that shall come; see DeviceStore::setExpected.
    virtual void setExpected(const QList<ExpectedDevice> &devices) = 0;
    /// Answered by messageRead(), with empty octets where they are not to be had.
    virtual void read(quint64 number) = 0;
    /// Brings all that was seen into the file; answered by flushed().
    virtual void flush() = 0;
    /// The captures that have all messages, in the order in which they were given; empty where nothing is recorded.
    virtual QStringList files() const = 0;
    QString file() const { return files().value(0); }
    /// In which files the texts stand, and where; behind the captures there may be one of our own.
    virtual QStringList textFiles() const { return files(); }
    virtual std::shared_ptr<const RecordPlaces> places() const = 0;

signals:
    void batch(gb::BatchPtr batch);
    void messageRead(quint64 number, gb::Datagram datagram);
    void flushed();
    /// Plain words of what went wrong; the detail is the system's.
    void failed(QString text, QString detail);
};

} // namespace gb::ui
