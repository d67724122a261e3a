#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.5.5. No INVITE follows: a simulated device has no voice.
void broadcast(DeviceModel &device, const Inquiry &, Answer &answer)
{
    answer.setResult(device.behaviour->broadcast ? "OK" : "ERROR");
}

} // namespace gb::answers
