#pragma once
#include "core/report/sipp/scenario.h"

namespace gb::sipp {

/// For the head of a scenario: an ID, or what stands for one that is not known.
QString named(const QByteArray &id, const char *otherwise);
/// As sipp's option -t has it.
QString transport(const Record &record);
/// All of the file. `about`: what it is and how it is run; what of the record is not in it is told behind that.
QByteArray whole(const Scenario &scenario, const Record &record, const QByteArray &name, QStringList about,
    const QString &removed, quint64 shortened);

} // namespace gb::sipp
