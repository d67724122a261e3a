#pragma once
#include "core/base/clock.h"

namespace gb::test {

/// Stands still until it is told to go on; its wall may be set apart, as an engineer does with a laptop's clock.
class ManualClock final : public Clock
{
public:
    TimePoint now() const override { return m_now; }
    TimePoint wall() const override { return m_now + m_wallOffset; }
    void advance(Duration by) { m_now += by; }
    void setWallBy(Duration by) { m_wallOffset += by; }

private:
    TimePoint m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    Duration m_wallOffset{};
};

} // namespace gb::test
