#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.4.6. Out of a dialog it asks for no more than an acknowledgement; subscriptions are those of Subscriptions.
void alarm(DeviceModel &, const Inquiry &, Answer &answer)
{
    answer.setResult("OK");
}

} // namespace gb::answers
