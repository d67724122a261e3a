#pragma once
#include "app/cli/commandline.h"
#include "app/cli/linewriter.h"
#include "core/simulator/devicefleet.h"

#include <QJsonObject>
#include <QTimer>

#include <array>

namespace gb::cli {

/// `gbscope-cli simulate`: devices that register with any platform.
class Simulate : public QObject
{
    Q_OBJECT
public:
    explicit Simulate(SimulateCommand command);
    ~Simulate() override;

    void start();
    /// Behind the last line: the status to exit with, where it would be `status` if all of them could be written.
    int ended(int status);

private:
    static constexpr std::chrono::milliseconds startGap{2};
    static constexpr std::chrono::seconds farewell{3};            ///< for the answers to what unregisters
    static constexpr std::chrono::milliseconds farewellOfEach{1}; ///< more for each device
    static constexpr std::size_t kinds = static_cast<std::size_t>(DeviceHappening::Kind::PlayEnded) + 1;

    bool open(QString &error);
    void addDevices();
    QString idOf(int number) const;
    void happened(int place, const DeviceHappening &what);
    void command(const QString &line);
    void alarm(const QString &id);
    void tell(const char *event, QJsonObject what = {});
    void quit(int status);
    void finish();
    quint64 count(DeviceHappening::Kind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }

    const SimulateCommand m_command;
    const SystemClock m_clock;
    LineWriter m_out;
    DeviceFleet m_fleet;
    QList<QString> m_ids;
    std::array<quint64, kinds> m_counts{};
    QTimer m_farewell;
    int m_status = Success;
    int m_registered = 0; ///< when it was to end
    bool m_quitting = false;
};

} // namespace gb::cli
