#!/usr/bin/perl
# A camera whose SIP is written by Net::SIP. Its way: one Item a MESSAGE, and the next one after the 200 of the last;
# text in GB 18030, with a character of four bytes; the eight bytes of a PTZCmd in words of its own.
# Usage: netsip_camera.pl ID PASSWORD OWN-ADDRESS:PORT SERVER-ADDRESS:PORT udp|tcp
use strict;
use warnings;
use Net::SIP;

my ( $id, $password, $own, $server, $transport ) = @ARGV;
my $domain    = '3402000000';
my $platform  = "sip:34020000002000000001\@$domain";
my $to_server = "sip:$server" . ( $transport eq 'tcp' ? ';transport=tcp' : '' );
my ( $address, $port ) = split /:/, $own;
$| = 1;
alarm 120;    # whoever started this may be gone

my $leg = Net::SIP::Leg->new( addr => $address, port => $port, proto => $transport );
my $ua  = Net::SIP::Simple->new(
    legs           => [$leg],
    outgoing_proxy => $to_server,
    registrar      => "sip:$server",    # with a parameter it would write "REGISTER <sip:...>", which RFC 3261 forbids
    domain         => $domain,
    from           => "sip:$id\@$domain",
    contact        => "sip:$id\@$own",
    auth           => [ $id, $password ],
);

# Sends a body and calls $then with the status
sub message {
    my ( $body, $then ) = @_;
    my $done = sub {
        my ( $endpoint, $context, $error, $status ) = @_;
        print 'answered ', $status || "error $error", "\n";
        $then->() if $then;
    };
    $ua->{endpoint}->new_request(
        'MESSAGE',
        {   from    => "<sip:$id\@$domain>",
            to      => "<$platform>",
            contact => "<sip:$id\@$own>"
        },
        $done, $body,
        'Content-Type' => 'Application/MANSCDP+xml'
    );
}

sub body {
    my ( $root, $type, $sn, $about, @more ) = @_;
    return join "\r\n", '<?xml version="1.0" encoding="GB18030"?>', "<$root>", "<CmdType>$type</CmdType>",
        "<SN>$sn</SN>", "<DeviceID>$about</DeviceID>", @more, "</$root>", '';
}

# Gate, Tower and the road of luck, whose first character only GB 18030 has: 大门, 塔, 𠮷祥路
my @names = ( "\xB4\xF3\xC3\xC5", "\xCB\xFE", "\x95\x34\xB2\x35\xCF\xE9\xC2\xB7" );

sub catalog_from {
    my ( $sn, $about, $index ) = @_;
    return if $index == @names;
    my $channel = sprintf '340200000013100000%02d', $index + 1;
    my $status  = $index == 1 ? 'OFF' : 'ON';
    message(
        body(
            'Response',          'Catalog',
            $sn,                 $about,
            '<SumNum>3</SumNum>',    '<DeviceList Num="1">',
            '<Item>',            "<DeviceID>$channel</DeviceID>",
            "<Name>$names[$index]</Name>", '<Manufacturer>Net::SIP</Manufacturer>',
            '<Model>Camel</Model>', '<Owner>Owner</Owner>',
            '<CivilCode>340200</CivilCode>',   "<Address>$names[$index]</Address>",
            '<Parental>0</Parental>',          "<ParentID>$id</ParentID>",
            '<RegisterWay>1</RegisterWay>',    '<Secrecy>0</Secrecy>',
            "<Status>$status</Status>",        '</Item>',
            '</DeviceList>'
        ),
        sub { catalog_from( $sn, $about, $index + 1 ) }
    );
}

sub beijing {
    my @t = gmtime( time() + 8 * 3600 );
    return sprintf '%04d-%02d-%02dT%02d:%02d:%02d', $t[5] + 1900, $t[4] + 1, @t[ 3, 2, 1, 0 ];
}

# What the eight bytes say, in words of its own
sub ptz_words {
    my @bytes = unpack 'C8', pack 'H16', shift;
    my $sum   = 0;
    $sum += $_ for @bytes[ 0 .. 6 ];
    return 'wrong sum' if $bytes[7] != $sum % 256;
    my $what = $bytes[3];
    return "preset " . ( qw(set call delete) )[ $what - 0x81 ] . " $bytes[5]" if $what >= 0x81 && $what <= 0x83;
    return "instruction $what" if $what > 0x3F;
    my @words;
    push @words, "right $bytes[4]" if $what & 0x01;
    push @words, "left $bytes[4]"  if $what & 0x02;
    push @words, "down $bytes[5]"  if $what & 0x04;
    push @words, "up $bytes[5]"    if $what & 0x08;
    push @words, 'zoom-in ' . ( $bytes[6] >> 4 )  if $what & 0x10;
    push @words, 'zoom-out ' . ( $bytes[6] >> 4 ) if $what & 0x20;
    return join( ' ', @words ) || 'stop';
}

my %seen;

sub asked {
    my ( $type, $sn, $about, $text ) = @_;
    return if $seen{"$type $sn"}++;
    print "asked $type $about\n";
    if ( $type eq 'Catalog' ) {
        catalog_from( $sn, $about, 0 );
    } elsif ( $type eq 'DeviceInfo' ) {
        message( body(
            'Response', 'DeviceInfo', $sn, $about, "<DeviceName>$names[2]</DeviceName>", '<Result>OK</Result>',
            '<Manufacturer>Net::SIP</Manufacturer>', '<Model>Camel</Model>', "<Firmware>$Net::SIP::VERSION</Firmware>",
            '<Channel>3</Channel>'
        ) );
    } elsif ( $type eq 'DeviceStatus' ) {
        message( body(
            'Response', 'DeviceStatus', $sn, $about, '<Result>OK</Result>', '<Online>ONLINE</Online>',
            '<Status>OK</Status>', '<Encode>ON</Encode>', '<Record>OFF</Record>',
            '<DeviceTime>' . beijing() . '</DeviceTime>', '<Alarmstatus Num="1">', '<Item>',
            '<DeviceID>34020000001340000001</DeviceID>', '<DutyStatus>ONDUTY</DutyStatus>', '</Item>', '</Alarmstatus>'
        ) );
    } elsif ( $text =~ m{<PTZCmd>([0-9A-F]{16})</PTZCmd>} ) {
        print "ptz $1 ", ptz_words($1), "\n";
    }
}

$ua->{endpoint}->set_application( sub {
    my ( $endpoint, $context, $request, $leg, $from ) = @_;
    my $text = ( $request->as_parts )[3] // '';
    $endpoint->new_response( $context, $request->create_response( 200, 'OK' ), $leg, $from );
    $endpoint->close_context($context);
    my ($type)  = $text =~ m{<CmdType>(\w+)</CmdType>};
    my ($sn)    = $text =~ m{<SN>(\d+)</SN>};
    my ($about) = $text =~ m{<DeviceID>(\w+)</DeviceID>};
    asked( $type, $sn, $about, $text ) if $type && $sn && $about;
} );

if ( !$ua->register( expires => 3600, leg => $leg ) ) {
    print 'refused ', $ua->error =~ /(\d+)$/, "\n";
    exit 1;
}
print "registered\n";
message( body( 'Notify', 'Keepalive', 1, $id, '<Status>OK</Status>' ) );
$ua->loop;
