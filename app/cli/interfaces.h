#pragma once

namespace gb::cli {

/// `gbscope-cli interfaces`: a JSON object a line for each network card that can be captured. Returns an ExitStatus.
int listInterfaces();

} // namespace gb::cli
