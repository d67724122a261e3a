#pragma once
#include "app/argumentcheck.h"
#include "app/cli/commandline.h"

class QCommandLineParser;

namespace gb::cli {

QList<OptionKind> simulateOptions();
/// Empty on success; else what is wrong.
QString readSimulate(const QCommandLineParser &parser, SimulateCommand &command);

} // namespace gb::cli
