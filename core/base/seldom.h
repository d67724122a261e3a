#pragma once
#include <memory>

namespace gb {

/// A value that few of many have: eight octets where it is as it is made, and a block of its own where it is not.
/// Copies are copies.
template<typename T>
class Seldom
{
public:
    Seldom() = default;
    Seldom(const T &value) // NOLINT: it is the value
        : m_value(std::make_unique<T>(value))
    {
    }
    Seldom(const Seldom &other)
        : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr)
    {
    }
    Seldom(Seldom &&) noexcept = default;
    Seldom &operator=(const Seldom &other)
    {
        if (this != &other)
            m_value = other.m_value ? std::make_unique<T>(*other.m_value) : nullptr;
        return *this;
    }
    Seldom &operator=(Seldom &&) noexcept = default;
    ~Seldom() = default;

    const T &operator*() const
    {
        static const T usual{};
        return m_value ? *m_value : usual;
    }
    const T *operator->() const { return &**this; }
    T &edit()
    {
        if (!m_value)
            m_value = std::make_unique<T>();
        return *m_value;
    }

private:
    std::unique_ptr<T> m_value;
};

} // namespace gb
