#pragma once
#include "core/report/page/sitereport.h"

#include <initializer_list>
#include <vector>

/// For Written::quoted.
namespace gb::page {

/// What strangers wrote, a line each.
QByteArray quotedOf(std::initializer_list<QString> texts);
QByteArray quotedOf(const Finding &finding);
/// All of its words that come from the record, what speaks for its causes included.
QList<QString *> saidBy(Finding &finding);
/// Its addresses are of packets, and written by us.
QByteArray quotedOf(const DeviceSnapshot &device);

/// By number, as `analyze` has them. They stand in `report`.
std::vector<const Finding *> findingsOf(const SiteReport &report);

} // namespace gb::page
