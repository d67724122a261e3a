#pragma once
#include "tests/support/script.h"

#include <vector>

namespace gb::test {

/// A rule's row of the table: what makes it speak, what looks alike and must not, and what ends it.
struct FindingRow
{
    FindingCode code;
    void (*fires)(Script &);
    void (*silent)(Script &);
    void (*ends)(Script &) = nullptr; ///< behind `fires`; null where it cannot end
};

const std::vector<FindingRow> &registrationRows();
const std::vector<FindingRow> &otherRows();
/// What the record proves instead of what would be guessed.
const std::vector<FindingRow> &evidenceRows();
/// G90 to G96: odd answers.
const std::vector<FindingRow> &answerRows();
/// G70 to G73.
const std::vector<FindingRow> &silenceRows();
/// What packets of media prove.
const std::vector<FindingRow> &mediaRows();

} // namespace gb::test
