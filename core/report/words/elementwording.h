#pragma once
#include <QString>

namespace gb::wording {

/// What an element or attribute of MANSCDP means (GB/T 28181-2022 annex A), "heartbeat interval, seconds"; empty where
/// the standard has none of that name.
QString element(const QString &name);
/// The same of an SDP line, by its letter.
QString sdpLine(const QString &type);

} // namespace gb::wording
