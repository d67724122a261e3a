#pragma once
#include "core/flow/operation.h"

#include <QJsonObject>

namespace gb::cli {

QJsonObject operationObject(const Operation &operation);

} // namespace gb::cli
