#pragma once
#include "core/message/headmarks.h"
#include "core/message/siphead.h"

#include <vector>

/// What scanHead() is made of, for HeadLayouts.
namespace gb {

/// Which octets of a head another head may have otherwise and still be read in the same way.
struct HeadNotes
{
    std::vector<std::string_view> values;          ///< what letters and digits stand in them decides nothing
    std::string_view cseq, expires, contentLength; ///< as they are written; empty where there is none
};

/// `marks`: of the octets. Appends to `notes`, if any; they are of use where the head has no faults.
void readHead(std::string_view octets, const HeadMarks &marks, SipHead &head, HeadNotes *notes);

/// Of a head that is read, the body and its faults.
void readBody(std::string_view octets, SipHead &head);

} // namespace gb
