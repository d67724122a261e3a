#include "core/findings/finding.h"

#include "core/devices/digestwords.h"
#include "core/findings/rules/foundkind.h"

namespace gb {
namespace {

constexpr auto Info = Severity::Info, Warning = Severity::Warning, Error = Severity::Error;
constexpr auto Possible = Likelihood::Possible, Likely = Likelihood::Likely, Certain = Likelihood::Certain;

constexpr const char *registration = "GB/T 28181-2022 9.1", *heartbeat = "GB/T 28181-2022 9.6",
                     *ids = "GB/T 28181-2022 6.1.1, annex E", *digest = "RFC 3261 22.4, GB/T 28181-2022 9.1.2.1",
                     *catalog = "GB/T 28181-2022 9.5, A.2.4.3", *live = "GB/T 28181-2022 9.2",
                     *bodies = "GB/T 28181-2022 6.10, A.2";

/// In the order of FindingCode.
constexpr FindingKind kinds[] = {
    {"D01", Error, Likely, registration},                               // ExpectedSilent
    {"D02", Error, Certain, "RFC 3261 18.2.1"},                         // PortTaken
    {"D02", Error, Certain, "RFC 3261 18.2.1"},                         // AddressNotHere
    {"D03", Error, Likely, "RFC 3261 17.1.2.2, timer F"},               // RegisterUnanswered
    {"D04", Error, Likely, "RFC 3261 17.1.2.2, timer E"},               // ChallengeNotReceived
    {"D04", Error, Likely, digest},                                     // ChallengeIgnored
    {"D05", Warning, Possible, "RFC 2617 3.2.1, RFC 3261 22.4"},        // ChallengeForm
    {"D06", Warning, Likely, "RFC 3261 18.2.1, RFC 3581"},              // ViaRewritten
    {"D07", Warning, Likely, "RFC 3261 18.2.2"},                        // OverlayPort
    {"D08", Error, Likely, digest},                                     // WrongPassword
    {"D08", Error, Certain, digest},                                    // PasswordFound
    {"D08", Error, Certain, digest},                                    // NoPasswordFits
    {"D09", Error, Certain, digest},                                    // WrongUserName
    {"D09", Error, Certain, digest},                                    // OtherUserInDigest
    {"D10", Error, Likely, digest},                                     // WrongRealm
    {"D10", Error, Likely, digest},                                     // WrongDigestUri
    {"D11", Warning, Likely, "RFC 2617 3.2.1, 3.3"},                    // NonceReused
    {"D12", Error, Certain, "RFC 2617 3.2.2.1"},                        // OtherFormula
    {"D12", Error, Certain, digest},                                    // UnreadableCredentials
    {"D13", Warning, Certain, registration},                            // WrongServerId
    {"D13", Error, Certain, registration},                              // RegistersToItself
    {"D14", Warning, Certain, "GB/T 28181-2022 6.1.2"},                 // WrongDomain
    {"D14", Info, Likely, "GB/T 28181-2022 6.1.2"},                     // OtherDomainForm
    {"D15", Error, Certain, ids},                                       // IdFromSpreadsheet
    {"D15", Error, Certain, ids},                                       // IdLength
    {"D15", Error, Certain, ids},                                       // IdNotDigits
    {"D16", Warning, Likely, ids},                                      // PlatformType
    {"D16", Error, Certain, ids},                                       // ServerIdAsDevice
    {"D16", Info, Likely, ids},                                         // UnknownType
    {"D17", Error, Likely, registration},                               // SharedId
    {"D17", Warning, Likely, heartbeat},                                // ForeignHeartbeat
    {"D18", Info, Certain, "GB/T 28181-2022 9.1.2.1, RFC 3261 10.2"},   // ExpiresMissing
    {"D19", Error, Certain, registration},                              // BeatsWhileLapsed
    {"D19", Warning, Certain, registration},                            // RefreshedTooLate
    {"D20", Warning, Certain, "GB/T 28181-2022 9.1.2.2"},               // UnregisterUndone
    {"D21", Info, Likely, registration},                                // PowerReturned
    {"D21", Warning, Certain, registration},                            // RegisterLoop
    {"D22", Error, Possible, registration},                             // RegistersAgain
    {"D22", Error, Likely, "RFC 3261 17.1.2.2, timer E"},               // AnswerLost
    {"D23", Warning, Certain, "RFC 3581 4"},                            // BehindNat
    {"D24", Warning, Likely, "RFC 3581 4"},                             // PortMoved
    {"D24", Warning, Likely, heartbeat},                                // TransportMoved
    {"D25", Error, Likely, "RFC 3261 18.1.1"},                          // OtherViaAddress
    {"D25", Warning, Likely, "RFC 3261 18.2.1"},                        // BridgeGateway
    {"D26", Warning, Certain, "RFC 3261 18.2.1"},                       // OtherTransport
    {"D26", Warning, Possible, "RFC 3261 18"},                          // SilentConnection
    {"D27", Error, Likely, "RFC 3261 18.3"},                            // StreamOutOfStep
    {"D28", Info, Certain, "GB/T 28181-2022 9.6"},                      // NotSip
    {"D28", Info, Certain, "RFC 5626 3.5.1"},                           // BlankKeepalive
    {"D29", Error, Likely, digest},                                     // PlatformPassword
    {"D30", Error, Likely, heartbeat},                                  // NeverBeaten
    {"D31", Warning, Certain, heartbeat},                               // BeatsSlower
    {"D31", Info, Certain, heartbeat},                                  // BeatsFaster
    {"D32", Warning, Likely, "RFC 3261 17.1.2.2, timer E"},             // BeatRepeated
    {"D32", Error, Likely, "RFC 3261 17.1.2.2, timer F"},               // BeatUnanswered
    {"D33", Error, Certain, heartbeat},                                 // BeatRefused
    {"D34", Error, Likely, heartbeat},                                  // RefusedAfterAccepted
    {"D34", Error, Likely, heartbeat},                                  // ReportedOffline
    {"D35", Warning, Likely, heartbeat},                                // FlapsLate
    {"D35", Error, Likely, heartbeat},                                  // FlapsTwoDevices
    {"D35", Warning, Likely, heartbeat},                                // FlapsAddress
    {"D35", Error, Likely, heartbeat},                                  // FlapsReboot
    {"D35", Warning, Possible, heartbeat},                              // Flaps
    {"D36", Warning, Certain, heartbeat},                               // SubDeviceFault
    {"D36", Warning, Likely, heartbeat},                                // BeatsUnderOtherId
    {"D37", Warning, Certain, "GB/T 28181-2022 9.10"},                  // ClockOff
    {"D37", Warning, Likely, "GB/T 28181-2022 9.10.3"},                 // TimeZoneOff
    {"D39", Error, Likely, catalog},                                    // CatalogUnanswered
    {"D39", Warning, Likely, catalog},                                  // CatalogNoResponse
    {"D39", Warning, Likely, catalog},                                  // CatalogEmpty
    {"D40", Warning, Likely, catalog},                                  // CatalogShort
    {"D40", Warning, Certain, catalog},                                 // CatalogDuplicates
    {"D41", Warning, Certain, bodies},                                  // WrongCharset
    {"D42", Warning, Certain, bodies},                                  // BrokenBody
    {"D43", Info, Certain, "RFC 3261 18.1.1"},                          // LargeDatagram
    {"D43", Warning, Likely, "RFC 3261 18.3"},                          // CutMessage
    {"D44", Info, Certain, catalog},                                    // CatalogSlow
    {"D45", Info, Certain, catalog},                                    // AnswersToItself
    {"D46", Error, Likely, live},                                       // InviteUnanswered
    {"D47", Error, Possible, live},                                     // InviteRefused
    {"D48", Warning, Likely, "RFC 3261 13.3.1.4"},                      // OkRepeated
    {"D50", Warning, Certain, "GB/T 28181-2022 annex G"},               // SsrcDiffers
    {"D51", Warning, Likely, "RFC 4145 4"},                             // NoSetup
    {"D54", Warning, Certain, "RFC 8866 5.13"},                         // PasswordInSdp
    {"D55", Warning, Likely, "GB/T 28181-2022 annex G, RFC 8866 5.9"},  // SdpTimeShifted
    {"G01", Warning, Certain, "RFC 3261 7"},                            // Malformed
    {"G02", Warning, Certain, "RFC 3261 17.1.2.2"},                     // OtherBodyInRepeat
    {"G03", Warning, Certain, "RFC 3261 17.1.2.2"},                     // RepeatsOverTcp
    {"G04", Warning, Certain, ""},                                      // TooManyDevices
    {"G05", Info, Certain, heartbeat},                                  // BeatsForOthers
    {"G06", Error, Certain, registration},                              // RegistrationRefused
    {"D38", Error, Likely, heartbeat},                                  // LostServerUnnoticed
    {"G07", Warning, Likely, registration},                             // StrangerRefused
    {"G08", Warning, Likely, digest},                                   // AddressGuesses
    {"G09", Warning, Likely, registration},                             // PlacesSpoofed
    {"G10", Warning, Certain, "RFC 3261 18"},                           // SilentClosed
    {"G11", Warning, Certain, bodies},                                  // OddBody
    {"G12", Warning, Certain, "GB/T 28181-2022 9.1, RFC 3261 10.2"},    // RegistersOther
    {"G13", Warning, Certain, "RFC 3261 8.1.1.8, 10.2.1"},              // WrongContact
    {"G14", Warning, Likely, catalog},                                  // AnswerUnasked
    {"G15", Error, Certain, heartbeat},                                 // OwnLinkDown
    {"G16", Warning, Certain, ""},                                      // ImpossibleTimes
    {"G17", Warning, Certain, ""},                                      // ClockJumped
    {"G19", Info, Certain, registration},                               // RegisteredBefore
    {"G20", Warning, Certain, ""},                                      // BindingsNotKept
    {"G18", Warning, Certain, ""},                                      // SenderClock
    {"G70", Error, Possible, heartbeat},                                // WentSilent
    {"G71", Warning, Likely, heartbeat},                                // BeatsLostOnWay
    {"G79", Warning, Certain, ""},                                      // RecordIncomplete
    {"G76", Warning, Certain, ""},                                      // RecordGap
    {"G72", Warning, Likely, heartbeat},                                // RestartedInSilence
    {"G74", Warning, Certain, ""},                                      // HoleInCapture
    {"G73", Error, Likely, heartbeat},                                  // ManySilent
    {"G75", Warning, Certain, "RFC 791 3.2"},                           // FragmentsMissing
    {"G17", Warning, Certain, ""},                                      // TimeWentBack
    {"G80", Error, Certain, "RFC 1122 3.2.2.1, RFC 4443 3.1"},          // ServerPortClosed
    {"G81", Error, Certain, "RFC 1122 3.2.2.1, RFC 4443 3.1"},          // DevicePortClosed
    {"G83", Warning, Certain, "RFC 9293 3.5.2"},                        // TcpRefused
    {"G84", Warning, Certain, "RFC 9293 3.5"},                          // TcpUnanswered
    {"G82", Error, Certain, "RFC 1122 3.2.2.1, RFC 4443 3.1"},          // NotReachable
    {"G78", Warning, Certain, ""},                                      // TimesUnknown
    {"G77", Warning, Certain, ""},                                      // PacketsCut
    {"G40", Error, Likely, heartbeat},                                  // UpperBeatUnanswered
    {"D33", Error, Likely, heartbeat},                                  // BeatFormRefused
    {"D33", Error, Likely, "RFC 3261 21.5"},                            // BeatTroubleRefused
    {"D39", Error, Likely, catalog},                                    // CatalogIgnored
    {"D46", Error, Likely, live},                                       // InviteIgnored
    {"G60", Error, Likely, "RFC 3261 8.2"},                             // RequestIgnored
    {"G60", Error, Possible, "RFC 3261 8.2"},                           // RequestUnanswered
    {"G61", Error, Likely, "RFC 3261 18.2.2, RFC 3581"},                // RequestAstray
    {"G62", Error, Likely, "RFC 3261 7.4, 18.3"},                       // BodiesLost
    {"D40", Warning, Certain, catalog},                                 // CatalogLong
    {"D40", Info, Certain, catalog},                                    // CatalogOfItself
    {"G65", Info, Possible, catalog},                                   // CatalogNotAsked
    {"G63", Info, Certain, "RFC 3261 7.5, 18.3"},                       // JunkInStream
    {"G64", Warning, Certain, "RFC 3261 18.3"},                         // StreamClosed
    {"D22", Error, Likely, "RFC 3261 10.3"},                            // OkWithoutContact
    {"D48", Error, Likely, "RFC 3261 12.1.1, 13.2.2.4"},                // CallWithoutContact
    {"D47", Error, Likely, "GB/T 28181-2022 annex G"},                  // OfferFault
    {"G67", Error, Certain, "RFC 8866 5.7"},                            // OfferAddress
    {"G67", Error, Certain, "RFC 8866 5.7"},                            // AnswerAddress
    {"D10", Error, Certain, digest},                                    // OtherInputInDigest
    {"G50", Warning, Certain, "GB/T 28181-2022 9.1.2.2"},               // UnregisteredItself
    {"G51", Info, Likely, "GB/T 28181-2022 9.1.2.2"},                   // LoggedInAnew
    {"G52", Info, Certain, "RFC 3261 8.1.1.7, 18.1.1, 25.1"},           // LooseHeader
    {"G53", Info, Certain, "GB/T 28181-2022 8.3, GB 35114"},            // SignedMessages
    {"G90", Warning, Likely, "GB/T 28181-2022 9.3.1, 9.5.1, A.2.6"},    // ResponseMissing
    {"G91", Warning, Certain, "GB/T 28181-2022 A.2.1.5, A.2.6"},        // ResponseError
    {"G92", Warning, Likely, "GB/T 28181-2022 A.2.6"},                  // ResponseOtherSn
    {"G93", Warning, Certain, "GB/T 28181-2022 A.2.6"},                 // ResponseOtherDevice
    {"G94", Warning, Likely, "GB/T 28181-2022 annex M"},                // ListShort
    {"G95", Info, Certain, "GB/T 28181-2022 A.2.6"},                    // UnknownElements
    {"G66", Error, Likely, "RFC 3261 18.2.2, RFC 3581 4"},              // AnswersElsewhere
    {"G41", Error, Likely, heartbeat},                                  // BeatsElsewhere
    {"G42", Error, Likely, heartbeat},                                  // ManyRefused
    {"G96", Warning, Certain, "RFC 3261 21, GB/T 28181-2022 9.3, 9.5"}, // ResponseRefused
    {"G85", Error, Likely, "RFC 3261 18.3, 18.4"},                      // ServerBreaksOff
    {"G85", Error, Likely, "RFC 3261 18.3, 18.4"},                      // DeviceBreaksOff
    {"G43", Warning, Likely, heartbeat},                                // RestartsOften
    {"G44", Error, Likely, heartbeat},                                  // ManyUnanswered
    {"G54", Warning, Likely, registration},                             // IdChanged
    {"G69", Warning, Possible, "RFC 3261 17.1.2.2"},                    // RecordOneWay
#define GBSCOPE_RULE(of, rule)
#define GBSCOPE_FOUND(of, rule, code) {nullptr, Info, Possible, nullptr}, // see foundKindOf()
#include "core/findings/rules/all.h"
#undef GBSCOPE_RULE
#undef GBSCOPE_FOUND
    {"D49", Error, Possible, live},                       // MediaNothingArrives
    {"D49", Error, Certain, live},                        // MediaOfferedAddressOff
    {"D49", Error, Certain, live},                        // MediaPortClosed
    {"D51", Error, Likely, live},                         // MediaNobodyConnects
    {"D51", Error, Certain, live},                        // MediaConnectRefused
    {"D51", Error, Likely, live},                         // MediaConnectUnanswered
    {"D51", Warning, Certain, live},                      // MediaConnectedLate
    {"D52", Error, Possible, live},                       // MediaConnectionReset
    {"D51", Error, Certain, live},                        // MediaSetupContradicts
    {"D51", Warning, Certain, live},                      // MediaInterleaved
    {"D51", Error, Certain, live},                        // MediaFramingLost
    {"D49", Error, Certain, live},                        // MediaNotRtp
    {"D50", Error, Certain, live},                        // MediaSsrcOther
    {"D50", Warning, Certain, live},                      // MediaSsrcChanges
    {"G30", Warning, Certain, live},                      // MediaPayloadTypeOther
    {"G30", Warning, Certain, live},                      // MediaPayloadTypeChanges
    {"G31", Error, Likely, "GB/T 28181-2022 5.5"},        // MediaLossOnTheWay
    {"G31", Warning, Certain, ""},                        // MediaLossInOwnSocket
    {"G31", Info, Certain, ""},                           // MediaLossInRecord
    {"G31", Warning, Certain, ""},                        // MediaReordering
    {"G31", Info, Possible, ""},                          // MediaDuplicates
    {"G31", Warning, Likely, "GB/T 28181-2022 5.5"},      // MediaJitter
    {"G32", Warning, Certain, "RFC 3550 5.1"},            // MediaTimestampJumps
    {"G32", Warning, Certain, "GB/T 28181-2022 4.3.6"},   // MediaTimestampConstant
    {"G32", Warning, Likely, "GB/T 28181-2022 4.3.6"},    // MediaTimestampInsideFrame
    {"G32", Info, Certain, "RFC 3550 5.1"},               // MediaMarkerNever
    {"D53", Error, Certain, "GB/T 28181-2022 annex C"},   // MediaNoPs
    {"D53", Error, Certain, "ISO/IEC 13818-1 2.5"},       // MediaPsBroken
    {"D53", Warning, Certain, "ISO/IEC 13818-1 2.5.4"},   // MediaNoMap
    {"G34", Error, Certain, "ISO/IEC 13818-1 2.5.4"},     // MediaMapLength
    {"G34", Warning, Certain, "ISO/IEC 13818-1 2.5.4"},   // MediaMapCrc
    {"G34", Info, Certain, "ISO/IEC 13818-1 2.5.4"},      // MediaMapOnce
    {"G35", Error, Certain, "GB/T 28181-2022 annex C"},   // MediaMapCodecOther
    {"G33", Warning, Certain, "ISO/IEC 13818-1 2.5"},     // MediaHeadersApart
    {"G33", Error, Certain, "ISO/IEC 13818-1 2.4.3.7"},   // MediaPesLengthWrapped
    {"G33", Warning, Certain, "ISO/IEC 13818-1 2.4.3.7"}, // MediaPesLengthZero
    {"G33", Info, Certain, "ISO/IEC 13818-1 2.4.3.7"},    // MediaVideoIdOdd
    {"D53", Warning, Certain, "ISO/IEC 13818-1 2.4.3.7"}, // MediaPtsJumps
    {"D53", Error, Certain, live},                        // MediaNoVideo
    {"D53", Error, Certain, "ITU-T H.264 7.4.1.2.1"},     // MediaNoParameterSets
    {"D52", Error, Certain, live},                        // MediaNoKeyFrame
    {"D52", Warning, Certain, live},                      // MediaKeyFramesRare
    {"G37", Warning, Likely, live},                       // MediaAudioMissing
    {"G37", Warning, Certain, live},                      // MediaAudioLate
    {"G37", Info, Certain, live},                         // MediaAudioSilent
    {"G37", Info, Certain, "GB/T 28181-2022 annex C"},    // MediaAudioTypeRare
    {"G35", Warning, Certain, "GB/T 28181-2022 annex C"}, // MediaAudioCodecOther
    {"G37", Error, Certain, "GB/T 28181-2022 9.12"},      // MediaTalkIsPs
    {"D52", Error, Likely, "RFC 3550 6.3"},               // MediaEndedWithoutRtcp
    {"D52", Warning, Certain, live},                      // MediaEndedBySender
    {"D52", Error, Likely, live},                         // MediaStopped
    {"G38", Error, Certain, "GB/T 28181-2022 annex B"},   // MediaPauseIgnored
    {"G38", Error, Likely, "GB/T 28181-2022 annex B"},    // MediaScaleIgnored
    {"G38", Error, Likely, "GB/T 28181-2022 9.8, 9.9"},   // MediaDownloadNoEnd
};
static_assert(std::size(kinds) == static_cast<std::size_t>(FindingCode::Count));

/// A search that was not cut short rules out what it tried.
bool wasWhole(const QString &tried)
{
    const auto pairs = digestwords::read(tried);
    return !pairs.isEmpty() && digestwords::number(pairs, u"digests") == digestwords::number(pairs, u"all");
}

} // namespace

Severity Finding::severity() const
{
    const bool refused = (code == FindingCode::Malformed || code == FindingCode::LooseHeader) && !c.isEmpty();
    if (refused)
        return Severity::Error; // it keeps the device out
    return code == FindingCode::UnregisteredItself && a == u"1" ? Severity::Info : kind().severity;
}

Likelihood Finding::likelihood() const
{
    if (doubtful)
        return Likelihood::Possible;
    switch (code) {
    case FindingCode::WrongPassword:
    case FindingCode::NoPasswordFits: return wasWhole(b) ? Likelihood::Certain : Likelihood::Likely;
    case FindingCode::PasswordFound: return b.endsWith(u" foreign") ? Likelihood::Likely : kind().likelihood;
    case FindingCode::BeatRefused:
        return c == u"unseen" ? Likelihood::Possible : c == u"held" ? Likelihood::Likely : kind().likelihood;
    case FindingCode::BeatsWhileLapsed: return b.isEmpty() ? kind().likelihood : Likelihood::Possible;
    case FindingCode::ChallengeNotReceived:
    case FindingCode::AnswerLost: return b.isEmpty() ? kind().likelihood : Likelihood::Certain;
    case FindingCode::MediaNothingArrives: // its own word, no absence
        return b.endsWith(u"|refused")     ? Likelihood::Certain
            : b.endsWith(u"|no recording") ? Likelihood::Likely
                                           : kind().likelihood;
    default: return kind().likelihood;
    }
}

const FindingKind &kindOf(FindingCode code)
{
    if (const FoundKind *const found = foundKindOf(code))
        return found->kind;
    return kinds[std::min<std::size_t>(static_cast<std::size_t>(code), std::size(kinds) - 1)];
}

} // namespace gb
