#pragma once
#include <QByteArray>

#include <string_view>

namespace gb {

/// The same octets, not copied: good as long as `octets` is.
inline std::string_view view(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

inline QByteArray bytes(std::string_view octets)
{
    return QByteArray(octets.data(), static_cast<qsizetype>(octets.size()));
}

} // namespace gb
